namespace ServerlessCompute;

/// <summary>Where a node of a named cluster stands.</summary>
internal enum ClusterNodeState : byte
{
    /// <summary>It waits for quota.</summary>
    Asked,
    Preparing,
    Idle,
    Running,
    Leaving,

    /// <summary>It was taken, or it broke.</summary>
    Lost,
}
