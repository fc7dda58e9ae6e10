namespace ServerlessCompute;

/// <summary>What nodes cost: by the time they are there, size and tier. Whole numbers, so that sums are exact. Immutable.</summary>
internal sealed class NodePrices
{
    private readonly long[] _dedicated;
    private readonly long[] _lowPriority;

    public NodePrices(VmCatalogue catalogue)
    {
        _dedicated = [.. catalogue.Sizes.Select(static s => MicroDollars(s.Price))];
        _lowPriority = [.. catalogue.Sizes.Select(static s => MicroDollars(s.SpotPrice ?? s.LowPriorityPrice))];
    }

    /// <summary>Millionths of a dollar an hour; 0 where no list tells.</summary>
    public long PerHour(VmSize size, ComputeTier tier) => (tier == ComputeTier.Dedicated ? _dedicated : _lowPriority)[size.Index];

    /// <summary>What a node costs from one moment to another, in millionths of a dollar an hour, times ticks.</summary>
    public Int128 Cost(VmSize size, ComputeTier tier, long from, long to) => (Int128)PerHour(size, tier) * (to - from);

    /// <summary>Turns such a cost into dollars.</summary>
    public static decimal Dollars(Int128 cost) => (decimal)cost / TimeSpan.TicksPerHour / 1_000_000m;

    private static long MicroDollars(decimal? dollars) => dollars is { } price ? (long)decimal.Round(price * 1_000_000m) : 0;
}
