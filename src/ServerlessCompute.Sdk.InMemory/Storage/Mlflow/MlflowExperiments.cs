using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>The experiments of the workspace: those that jobs name, and those that were made through MLflow. Thread-safe.</summary>
internal sealed class MlflowExperiments(IMlflowRuns runs, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MlflowExperiment> _known = new(StringComparer.Ordinal);

    /// <summary>The id of the experiment of that name.</summary>
    public static string IdOf(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return new Guid(hash[..16]).ToString();
    }

    /// <summary>All experiments in order of their names.</summary>
    public IReadOnlyList<MlflowExperiment> All()
    {
        // Asked for before the lock is taken: the engine has one of its own.
        string[] ofJobs = [.. runs.Experiments];
        lock (_gate)
        {
            foreach (string name in ofJobs)
            {
                Know(name);
            }

            Know(MlflowExperiment.DefaultName);
            return [.. _known.Values.OrderBy(static e => e.Name, StringComparer.Ordinal)];
        }
    }

    /// <exception cref="MlflowException">404: there is none.</exception>
    public MlflowExperiment Get(string id)
    {
        string wanted = id == MlflowExperiment.DefaultId ? IdOf(MlflowExperiment.DefaultName) : id;
        lock (_gate)
        {
            if (_known.TryGetValue(wanted, out MlflowExperiment? known))
            {
                return known;
            }
        }

        return All().FirstOrDefault(e => e.Id == wanted) ?? throw MlflowException.NotFound($"No experiment has the id '{id}'.");
    }

    /// <exception cref="MlflowException">404: there is none.</exception>
    public MlflowExperiment GetByName(string name) =>
        All().FirstOrDefault(e => e.Name == name) ?? throw MlflowException.NotFound($"No experiment has the name '{name}'.");

    /// <exception cref="MlflowException">400: there is one of that name.</exception>
    public MlflowExperiment Create(string name, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        if (All().Any(e => e.Name == name))
        {
            throw MlflowException.Exists($"An experiment of the name '{name}' exists. Take another name, or restore it when it is deleted.");
        }

        lock (_gate)
        {
            return _known[IdOf(name)] = Know(name) with { Tags = tags };
        }
    }

    /// <summary>Changes an experiment; its time of update follows.</summary>
    public void Change(string id, Func<MlflowExperiment, MlflowExperiment> change)
    {
        string known = Get(id).Id;
        lock (_gate)
        {
            _known[known] = change(_known[known]) with { LastUpdateTime = time.GetUtcNow().ToUnixTimeMilliseconds() };
        }
    }

    private MlflowExperiment Know(string name)
    {
        string id = IdOf(name);
        if (!_known.TryGetValue(id, out MlflowExperiment? experiment))
        {
            long now = time.GetUtcNow().ToUnixTimeMilliseconds();
            _known[id] = experiment = new MlflowExperiment { Id = id, Name = name, CreationTime = now, LastUpdateTime = now };
        }

        return experiment;
    }
}
