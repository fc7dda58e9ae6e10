namespace ServerlessCompute;

/// <summary>What nodes cost: by the time they are there, size and tier. Whole numbers, so that sums are exact. Immutable.</summary>
internal sealed class NodePrices
{
    private readonly long[] _dedicated;
    private readonly long[] _lowPriority;

    private readonly SpotCourse _spot;

    public NodePrices(VmCatalogue catalogue, SpotCourse spot)
    {
        _spot = spot;
        _dedicated = [.. catalogue.Sizes.Select(static s => MicroDollars(s.Price))];
        _lowPriority = [.. catalogue.Sizes.Select(static s => MicroDollars(s.SpotPrice ?? s.LowPriorityPrice))];
    }

    /// <summary>Millionths of a dollar an hour; 0 where no list tells.</summary>
    public long PerHour(VmSize size, ComputeTier tier) => (tier == ComputeTier.Dedicated ? _dedicated : _lowPriority)[size.Index];

    /// <summary>What a node costs from one moment to another, in millionths of a dollar an hour, times ticks.</summary>
    public Int128 Cost(VmSize size, ComputeTier tier, long from, long to)
    {
        long listed = PerHour(size, tier);
        if (tier == ComputeTier.Dedicated || !_spot.HasMovingPrices)
        {
            return (Int128)listed * (to - from);
        }

        Int128 cost = 0;
        while (from < to)
        {
            long step = from / SpotCourse.StepTicks;
            long until = Math.Min(to, (step + 1) * SpotCourse.StepTicks);
            cost += (Int128)_spot.Price(listed, size.Family, step) * (until - from);
            from = until;
        }

        return cost;
    }

    /// <summary>Turns such a cost into dollars.</summary>
    public static decimal Dollars(Int128 cost) => (decimal)cost / TimeSpan.TicksPerHour / 1_000_000m;

    private static long MicroDollars(decimal? dollars) => dollars is { } price ? (long)decimal.Round(price * 1_000_000m) : 0;
}
