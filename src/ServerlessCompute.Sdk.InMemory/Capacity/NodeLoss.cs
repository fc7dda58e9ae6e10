namespace ServerlessCompute;

/// <summary>How a node went away under a job.</summary>
internal enum NodeLoss : byte
{
    /// <summary>Azure took it: it ran on spare capacity.</summary>
    Evicted,

    /// <summary>It broke.</summary>
    Failed,
}
