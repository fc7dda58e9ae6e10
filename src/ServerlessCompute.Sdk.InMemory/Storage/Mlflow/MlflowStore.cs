using System.Collections.Concurrent;

namespace ServerlessCompute;

/// <summary>
/// What runs log: metrics, parameters, tags; and the runs and experiments that were made through MLflow beside the engine's
/// jobs. A job that logs nothing takes no memory here. Thread-safe.
/// </summary>
internal sealed class MlflowStore
{
    private readonly IMlflowRuns _jobs;
    private readonly Func<Guid> _newId;
    private readonly ConcurrentDictionary<string, MlflowRun> _made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MlflowRunData> _data = new(StringComparer.Ordinal);

    /// <summary>Makes an empty store.</summary>
    /// <param name="jobs">The engine's jobs.</param>
    /// <param name="time">Gives the times of what is made here.</param>
    /// <param name="newId">Makes the ids of runs that are made through MLflow.</param>
    public MlflowStore(IMlflowRuns jobs, TimeProvider time, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(newId);
        _jobs = jobs;
        _newId = newId;
        Time = time;
        Experiments = new MlflowExperiments(jobs, time);
    }

    public TimeProvider Time { get; }

    public MlflowExperiments Experiments { get; }

    /// <summary>The experiment's id: a function of its name alone.</summary>
    public static string ExperimentId(string experimentName) => MlflowExperiments.IdOf(experimentName);

    /// <summary>The run, or null when there is none of that id.</summary>
    public MlflowRunView? Find(string runId) =>
        (_made.GetValueOrDefault(runId) ?? _jobs.Find(runId)) is { } run ? new MlflowRunView(run, _data.GetValueOrDefault(runId)) : null;

    /// <summary>All runs of an experiment.</summary>
    public IEnumerable<MlflowRunView> InExperiment(string experimentName) =>
        _jobs.InExperiment(experimentName)
            .Concat(_made.Values.Where(r => r.ExperimentName == experimentName))
            .Select(r => new MlflowRunView(r, _data.GetValueOrDefault(r.RunId)));

    /// <summary>Makes a run that is no job, for example a nested one.</summary>
    public MlflowRunView Create(string experimentName, string? name, string userId, long? startTime, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        string id = _newId().ToString();
        _made[id] = new MlflowRun
        {
            RunId = id,
            ExperimentName = experimentName,
            Name = name ?? id,
            Status = MlflowStatus.Running,
            StartTime = startTime ?? Now,
            UserId = userId,
            Tags = tags,
        };
        return Find(id)!;
    }

    /// <summary>
    /// Says how a run went. A job's status, times and end are the engine's: for a job only the name is taken, as the service's
    /// own clients leave the rest alone inside a job.
    /// </summary>
    public void Update(string runId, string? status, long? endTime, string? name)
    {
        if (_made.TryGetValue(runId, out MlflowRun? made))
        {
            _made[runId] = made with
            {
                Status = status ?? made.Status,
                EndTime = endTime ?? (status is MlflowStatus.Finished or MlflowStatus.Failed or MlflowStatus.Killed ? Now : made.EndTime),
            };
        }

        if (name is not null)
        {
            SetTag(runId, "mlflow.runName", name);
        }
    }

    public void SetDeleted(string runId, bool deleted)
    {
        Data(runId).IsDeleted = deleted;
        Changed(runId);
    }

    /// <summary>Logs everything, or, when a parameter has another value already, nothing.</summary>
    /// <returns>Null, or what was in the way.</returns>
    public MlflowParamConflict? Log(
        string runId, IReadOnlyList<MlflowMetric> metrics, IReadOnlyList<KeyValuePair<string, string>> parameters, IReadOnlyList<KeyValuePair<string, string?>> tags)
    {
        MlflowParamConflict? conflict = Data(runId).Log(metrics, parameters, tags);
        if (conflict is null && metrics.Count + parameters.Count + tags.Count > 0)
        {
            Changed(runId);
        }

        return conflict;
    }

    public void LogInputs(string runId, IReadOnlyList<string> inputs)
    {
        Data(runId).AddInputs(inputs);
        Changed(runId);
    }

    /// <exception cref="MlflowException">The name is not one that MLflow allows.</exception>
    public void LogMetric(string runId, string name, double value, long step = 0, long? timestamp = null)
    {
        MlflowNames.Check("metric", name);
        Log(runId, [new MlflowMetric(name, step, timestamp ?? Now, value)], [], []);
    }

    /// <returns>False when the parameter has another value already: parameters are written once.</returns>
    /// <exception cref="MlflowException">Name or value is not one that MLflow allows.</exception>
    public bool LogParam(string runId, string name, string value)
    {
        MlflowNames.CheckParam(name, value);
        return Log(runId, [], [new(name, value)], []) is null;
    }

    /// <exception cref="MlflowException">Name or value is not one that MLflow allows.</exception>
    public void SetTag(string runId, string name, string value)
    {
        MlflowNames.CheckTag(name, value);
        Log(runId, [], [], [new(name, value)]);
    }

    /// <summary>Every value: metrics in order of their names, values as they came.</summary>
    public IReadOnlyList<MlflowMetric> Metrics(string runId) => _data.GetValueOrDefault(runId)?.Metrics() ?? [];

    /// <summary>The value of a metric's highest step, or null.</summary>
    public MlflowMetric? LatestMetric(string runId, string name) => _data.GetValueOrDefault(runId)?.Latest(name);

    public IReadOnlyList<KeyValuePair<string, string>> Params(string runId) => _data.GetValueOrDefault(runId)?.Params() ?? [];

    /// <summary>What was logged over the job's own tags; a null value is a tag that was deleted.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> LoggedTags(string runId) => _data.GetValueOrDefault(runId)?.Tags() ?? [];

    /// <summary>Tells the engine that something of the run changed, when it is a job.</summary>
    public void Changed(string runId)
    {
        if (!_made.ContainsKey(runId))
        {
            _jobs.Changed(runId);
        }
    }

    private long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    private MlflowRunData Data(string runId) => _data.GetOrAdd(runId, static _ => new MlflowRunData());
}
