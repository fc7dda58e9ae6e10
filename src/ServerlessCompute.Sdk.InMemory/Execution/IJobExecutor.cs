namespace ServerlessCompute;

/// <summary>What a job does once its nodes are up: a scripted outcome, a C# delegate, or processes on this machine.</summary>
internal interface IJobExecutor
{
    /// <summary>
    /// Does the job's work and says how it ended. Called outside the engine's lock. When <paramref name="stop"/> is cancelled
    /// (<see cref="IExecutionHost.StopReason"/> tells why) it ends everything it started and returns; it never throws for that.
    /// </summary>
    Task<ExecutionOutcome> ExecuteAsync(IExecutionHost host, CancellationToken stop);
}
