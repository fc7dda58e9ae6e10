namespace ServerlessCompute;

/// <summary>What the log of events tells beside changes of status.</summary>
internal enum HistoryEventKind : byte
{
    /// <summary>The job's status changed.</summary>
    Status,

    /// <summary>The job was accepted.</summary>
    Submitted,

    /// <summary>The job waits for a family's quota, or for a cluster's nodes.</summary>
    Waiting,

    /// <summary>The job's nodes are starting.</summary>
    NodesStarting,

    /// <summary>The job got nodes that are idle from a job before.</summary>
    NodesReused,

    /// <summary>A schedule made the job.</summary>
    Scheduled,

    /// <summary>A Spot node of the job got notice that it will be taken.</summary>
    EvictionNoticed,

    /// <summary>The notice was withdrawn.</summary>
    EvictionWithdrawn,

    /// <summary>A Spot node of the job was taken.</summary>
    Evicted,

    /// <summary>A node of the job broke.</summary>
    NodeFailed,

    /// <summary>A step was spared by a finished run.</summary>
    Reused,

    /// <summary>A pipeline's step does not run, because one that it uses did not complete.</summary>
    StepSkipped,

    /// <summary>A pipeline's step does not run, because a condition chose another branch.</summary>
    StepNotChosen,

    /// <summary>A sweep's policy ends a trial.</summary>
    EndedEarly,

    /// <summary>A trial is the best so far.</summary>
    BestChild,
}
