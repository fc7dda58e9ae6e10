namespace ServerlessCompute;

/// <summary>A job's claim to nodes, all of them or none: first in a queue, then with its nodes, then with nodes that stay idle at its expense.</summary>
internal sealed class NodeClaim(IClaimant claimant, VmSize size, int nodeCount, ComputeTier tier, long pool)
{
    public IClaimant Claimant { get; } = claimant;

    public VmSize Size { get; } = size;

    public int NodeCount { get; } = nodeCount;

    public ComputeTier Tier { get; } = tier;

    /// <summary>Nodes of one pool are as good as each other: they have one size, tier, image and owner.</summary>
    public long Pool { get; } = pool;

    /// <summary>All that it takes at once.</summary>
    public long Cores { get; } = SizeChooser.Cores(size, nodeCount);

    /// <summary>Its number among all that ever asked.</summary>
    public long Arrival { get; set; }

    /// <summary>When it asked, in UTC ticks.</summary>
    public long AskedAt { get; set; }

    /// <summary>When it got its nodes.</summary>
    public long GrantedAt { get; set; }

    /// <summary>The named cluster whose nodes it claims; null for serverless ones.</summary>
    public Cluster? Cluster { get; init; }

    public bool IsWaiting { get; set; }

    /// <summary>Its number among all that ever waited in its queue.</summary>
    public long Place { get; set; }

    public NodeClaim? Ahead { get; set; }

    public NodeClaim? Behind { get; set; }

    /// <summary>Its nodes, once it has them.</summary>
    public Node[] Nodes { get; set; } = [];

    /// <summary>Its nodes in a named cluster.</summary>
    public IReadOnlyList<ClusterNode> ClusterNodes { get; set; } = [];

    /// <summary>Whether the nodes are its own: from the grant until it leaves.</summary>
    public bool HasNodes { get; set; }

    /// <summary>How many of its nodes were running already when it got them.</summary>
    public int WarmNodes { get; set; }

    /// <summary>How many nodes it pays for.</summary>
    public int PaidNodes { get; set; }
}
