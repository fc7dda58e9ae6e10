namespace ServerlessCompute;

/// <summary>What one workspace of the subscription may use and uses. Only the first of a ledger has jobs here; the others are said to use what they use.</summary>
internal sealed class WorkspaceQuota(string name, int families)
{
    public string Name { get; } = name;

    /// <summary>Dedicated cores by family; null where nobody set a limit, so that the subscription's holds.</summary>
    public int?[] Limits { get; } = new int?[families];

    public long[] Dedicated { get; } = new long[families];

    public long[] LowPriority { get; } = new long[families];
}
