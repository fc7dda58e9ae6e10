namespace ServerlessCompute;

/// <summary>
/// What MLflow's side needs to know of the engine's jobs. Members are called from any thread that calls
/// <see cref="MlflowService.Handle"/> or <see cref="MlflowStore"/>, never under a lock of theirs.
/// </summary>
internal interface IMlflowRuns
{
    /// <summary>The run of that job, or null.</summary>
    MlflowRun? Find(string runId);

    /// <summary>All jobs of an experiment, in any order.</summary>
    IEnumerable<MlflowRun> InExperiment(string experimentName);

    /// <summary>The names of the experiments that have jobs.</summary>
    IEnumerable<string> Experiments { get; }

    /// <summary>Says that a metric, parameter, tag or artifact of the job changed, so that its revision grows. Called after the change.</summary>
    void Changed(string runId);
}
