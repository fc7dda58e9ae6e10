namespace ServerlessCompute;

/// <summary>The statuses that a job of this service goes through, in the order of a life without trouble.</summary>
internal enum JobPhase : byte
{
    NotStarted,
    Starting,
    Preparing,
    Queued,
    Running,
    Finalizing,
    CancelRequested,
    Completed,
    Failed,
    Canceled,
}
