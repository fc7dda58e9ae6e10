namespace ServerlessCompute;

/// <summary>
/// The course of the Spot market: a function of seed, family and time, so that nothing is kept and every machine computes the same. Whole
/// numbers only. Immutable.
/// </summary>
internal sealed class SpotCourse
{
    public const long StepTicks = 5 * TimeSpan.TicksPerMinute;

    /// <summary>What the square of the scarcity is on average: its swings are what they are.</summary>
    private const long MeanSquare = 271_111;

    // Period in steps and weight of the day's, the quarter day's and the hour's swing.
    private static readonly (long Period, int Weight)[] Swings = [(288, 3), (72, 5), (12, 2)];

    private readonly ulong _seed;
    private readonly long _takenPerMillion;
    private readonly ulong _withdrawnBelow;
    private readonly long _swingPerMille;
    private readonly long? _cores;

    public SpotCourse(SpotMarket market, int seed)
    {
        _seed = (uint)seed;
        _takenPerMillion = (long)(market.EvictionsPerNodeHour * 1_000_000 * StepTicks / TimeSpan.TicksPerHour);
        _withdrawnBelow = (ulong)(market.WithdrawnNotices * 1_000_000);
        _swingPerMille = (long)(market.PriceSwing * 1000);
        _cores = market.VirtualCpusPerFamily;
        Market = market;
    }

    public SpotMarket Market { get; }

    /// <summary>Whether nothing ever happens.</summary>
    public bool IsCalm => _takenPerMillion == 0 && _cores is null;

    public bool HasMovingPrices => _swingPerMille != 0;

    /// <summary>How scarce a family is in a step, from 0 to 1000, 500 on average.</summary>
    public int Scarcity(VmFamily family, long step)
    {
        long sum = 0;
        foreach ((long period, int weight) in Swings)
        {
            (long before, long within) = Math.DivRem(step, period);
            long from = Point(family, before, period);
            long to = Point(family, before + 1, period);
            sum += weight * ((from * (period - within)) + (to * within)) / period;
        }

        return (int)(sum / 10);
    }

    /// <summary>The cores of a family that are to be had at all.</summary>
    public long Cores(VmFamily family, long at) => _cores is { } mean ? mean * (1000L - Scarcity(family, at / StepTicks)) / 500 : long.MaxValue;

    /// <summary>The most there ever is.</summary>
    public long MostCores => _cores is { } mean ? mean * 2 : long.MaxValue;

    /// <summary>What a price of the list comes to in a step.</summary>
    public long Price(long listed, VmFamily family, long step) =>
        listed + (listed * _swingPerMille / 1000 * (Scarcity(family, step) - 500) / 500);

    /// <summary>When in a step a node gets its notice; null when it does not.</summary>
    public long? Notice(Node node, long step)
    {
        long scarcity = Scarcity(node.Size.Family, step);
        ulong draw = Bits((ulong)node.Number, (ulong)step, 1);
        return (long)(draw % 1_000_000) * MeanSquare < _takenPerMillion * scarcity * scarcity
            ? (step * StepTicks) + ((long)(draw >> 32) % (StepTicks / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond)
            : null;
    }

    /// <summary>Whether a node's notice is withdrawn again.</summary>
    public bool Withdraws(Node node, long noticedAt) => Bits((ulong)node.Number, (ulong)noticedAt, 2) % 1_000_000 < _withdrawnBelow;

    private long Point(VmFamily family, long index, long period) => (long)(Bits((ulong)family.Index, (ulong)index, (ulong)period + 16) % 1001);

    /// <summary>SplitMix64 over the three numbers.</summary>
    private ulong Bits(ulong one, ulong other, ulong kind)
    {
        ulong hash = Mix(Mix(Mix(_seed + 0x9E3779B97F4A7C15UL) ^ one) ^ (other + (kind << 56)));
        return hash;
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
