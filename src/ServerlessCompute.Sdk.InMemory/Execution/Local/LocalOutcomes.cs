namespace ServerlessCompute;

/// <summary>How local runs end when it is not the command that ended them.</summary>
internal static class LocalOutcomes
{
    /// <summary>The engine asked the job to stop; it knows better than we do what status that makes.</summary>
    public static ExecutionOutcome Stopped(StopReason reason) => reason switch
    {
        StopReason.TimedOut => ExecutionOutcome.Failure("UserError", "The job ran longer than its limits.timeout, and its processes were ended. Raise the timeout, or let the command do less."),
        StopReason.Preempted => ExecutionOutcome.Failure("PreemptionError", "The job's Spot node was taken, and its processes were ended. Save checkpoints, or use the Standard tier."),
        StopReason.Disposed => ExecutionOutcome.Failure("Canceled", "The in-memory service was disposed while the job ran, and its processes were ended."),
        _ => ExecutionOutcome.Failure("Canceled", "The job was cancelled, and its processes were ended."),
    };

    /// <summary>The job as it is cannot run here.</summary>
    public static ExecutionOutcome Impossible(LocalRunException exception) => ExecutionOutcome.Failure("UserError", exception.Message);

    /// <summary>This machine, not the job, is at fault.</summary>
    public static ExecutionOutcome MachineFault(Exception exception) => ExecutionOutcome.Failure(
        "ServiceError",
        $"This machine could not run the job: {exception.Message} Check the free space and the permissions of the folder for temporary files, or choose another one with LocalProcessOptions.WorkFolder.");
}
