namespace ServerlessCompute;

/// <summary>What the next appointment of a job with children is for.</summary>
internal enum ParentStage
{
    /// <summary>The service has looked at the job.</summary>
    Accepted,

    /// <summary>It is time to look what can be done next.</summary>
    Advance,

    /// <summary>Everything is over and kept.</summary>
    Finalized,

    /// <summary>The job and its children have been stopped.</summary>
    Stopped,

    /// <summary>The job's time limit has come.</summary>
    TimeIsUp,
}
