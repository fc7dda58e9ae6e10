namespace ServerlessCompute;

/// <summary>A job of the <see cref="ReferenceScheduler"/>.</summary>
internal sealed class ReferenceClaim(int number, VmSize size, int nodeCount, ComputeTier tier, long pool)
{
    public int Number { get; } = number;

    public VmSize Size { get; } = size;

    public int NodeCount { get; } = nodeCount;

    public ComputeTier Tier { get; } = tier;

    public long Pool { get; } = pool;

    public long Cores => (long)Size.VCpus * NodeCount;

    /// <summary>Null before it has nodes.</summary>
    public List<ReferenceNode>? Nodes { get; set; }

    /// <summary>How long nodes were there at its expense, together.</summary>
    public long Ticks { get; set; }
}
