namespace ServerlessCompute;

/// <summary>What a job waits for.</summary>
public enum WaitReason
{
    /// <summary>The subscription's quota of the family.</summary>
    FamilyQuota,

    /// <summary>The workspace's own quota of the family.</summary>
    WorkspaceQuota,

    /// <summary>The region's total quota, dedicated or low priority.</summary>
    TotalQuota,

    /// <summary>Its turn: there is room, but jobs that came before it are to have it.</summary>
    Turn,

    /// <summary>Machines: quota is there, and Azure has none to give.</summary>
    Machines,

    /// <summary>Nodes of the named cluster.</summary>
    ClusterNodes,

    /// <summary>Its own machines, which are starting.</summary>
    NodesStarting,

    /// <summary>The image of its environment, which is being built.</summary>
    Image,
}
