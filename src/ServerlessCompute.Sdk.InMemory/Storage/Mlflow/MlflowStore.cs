using System.Collections.Concurrent;

namespace ServerlessCompute;

/// <summary>
/// What runs log: metrics, parameters, tags. A run that logs nothing takes no memory here. Thread-safe.
/// </summary>
internal sealed class MlflowStore
{
    private readonly IMlflowRuns _runs;
    private readonly ConcurrentDictionary<string, MlflowRunData> _data = new(StringComparer.Ordinal);

    /// <summary>Makes an empty store.</summary>
    /// <param name="runs">The engine's jobs.</param>
    /// <param name="time">Gives the times of what is made here.</param>
    /// <param name="newId">Makes the ids of runs that are made through MLflow.</param>
    public MlflowStore(IMlflowRuns runs, TimeProvider time, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(newId);
        _runs = runs;
        Time = time;
        NewId = newId;
    }

    internal TimeProvider Time { get; }

    internal Func<Guid> NewId { get; }

    /// <summary>The experiment's id: a function of its name alone.</summary>
    public static string ExperimentId(string experimentName)
    {
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(experimentName), hash);
        return new Guid(hash[..16]).ToString();
    }

    public void LogMetric(string runId, string name, double value, long step = 0, long? timestamp = null)
    {
        Data(runId).LogMetric(new MlflowMetric(name, step, timestamp ?? Time.GetUtcNow().ToUnixTimeMilliseconds(), value));
        _runs.Changed(runId);
    }

    /// <returns>False when the parameter has another value already: parameters are written once.</returns>
    public bool LogParam(string runId, string name, string value)
    {
        if (!Data(runId).LogParam(name, value))
        {
            return false;
        }

        _runs.Changed(runId);
        return true;
    }

    public void SetTag(string runId, string name, string value)
    {
        Data(runId).SetTag(name, value);
        _runs.Changed(runId);
    }

    /// <summary>Every value, metric by metric in the order in which they were first logged, values as they came.</summary>
    public IReadOnlyList<MlflowMetric> Metrics(string runId) => _data.TryGetValue(runId, out MlflowRunData? data) ? data.Metrics() : [];

    public IReadOnlyList<KeyValuePair<string, string>> Params(string runId) => _data.TryGetValue(runId, out MlflowRunData? data) ? data.Params() : [];

    /// <summary>What was logged over the job's own tags; a null value is a tag that was deleted.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> LoggedTags(string runId) => _data.TryGetValue(runId, out MlflowRunData? data) ? data.Tags() : [];

    private MlflowRunData Data(string runId) => _data.GetOrAdd(runId, static _ => new MlflowRunData());
}
