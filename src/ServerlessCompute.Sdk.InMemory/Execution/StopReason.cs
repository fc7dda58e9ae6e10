namespace ServerlessCompute;

/// <summary>Why the engine asks a running job to stop.</summary>
internal enum StopReason
{
    None,

    /// <summary>Somebody cancelled the job.</summary>
    Canceled,

    /// <summary>The job ran longer than its <c>limits.timeout</c>.</summary>
    TimedOut,

    /// <summary>The job lived longer than any job may.</summary>
    TooOld,

    /// <summary>The Spot nodes were taken.</summary>
    Preempted,

    /// <summary>A sweep's policy found the trial not worth going on with.</summary>
    EndedEarly,

    /// <summary>The in-memory service is being disposed.</summary>
    Disposed,
}
