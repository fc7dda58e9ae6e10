using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>The workspace's jobs, by name and in the order in which they came. Used under the engine's lock.</summary>
internal sealed class JobRegistry
{
    private readonly Dictionary<string, JobRecord> _byName = new(StringComparer.Ordinal);
    private readonly List<JobRecord> _inOrder = [];
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>How many jobs were sent; their children do not count.</summary>
    public int Count => _inOrder.Count;

    /// <summary>The jobs that somebody sent, oldest first.</summary>
    public IReadOnlyList<JobRecord> InOrder => _inOrder;

    /// <summary>All jobs with their children, in no order.</summary>
    public IEnumerable<JobRecord> All => _byName.Values;

    /// <summary>The number of the job that comes next.</summary>
    public int NextNumber() => ++_last;

    public bool TryGet(string name, [NotNullWhen(true)] out JobRecord? job) => _byName.TryGetValue(name, out job);

    /// <summary>The name, or, when somebody sent a job of that name, one that is like it.</summary>
    public string Free(string name)
    {
        while (_byName.ContainsKey(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>The jobs that came before number <paramref name="before"/>, newest first.</summary>
    public IEnumerable<JobRecord> NewestFirst(int before)
    {
        for (int i = _inOrder.Count - 1; i >= 0; i--)
        {
            if (_inOrder[i].Number < before)
            {
                yield return _inOrder[i];
            }
        }
    }

    /// <summary>Whether a job of that name was here and was deleted.</summary>
    public bool WasRemoved(string name) => _removed.Contains(name) && !_byName.ContainsKey(name);

    public void Add(JobRecord job)
    {
        _byName.Add(job.Name, job);
        if (job.Kin?.Parent is null)
        {
            _inOrder.Add(job);
        }
    }

    /// <summary>Forgets a job and all below it.</summary>
    public void Remove(JobRecord job)
    {
        Forget(job);
        _inOrder.Remove(job);
    }

    private void Forget(JobRecord job)
    {
        job.IsDeleted = true;
        _removed.Add(job.Name);
        _byName.Remove(job.Name);
        foreach (JobRecord child in job.Kin?.Children ?? [])
        {
            Forget(child);
        }
    }
}
