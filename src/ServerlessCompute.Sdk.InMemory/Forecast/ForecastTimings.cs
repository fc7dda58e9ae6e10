namespace ServerlessCompute;

/// <summary>How long the stages of a forecast's jobs take beside their run, in ticks. The service's own ranges, or none for proofs.</summary>
internal sealed record ForecastTimings
{
    public static ForecastTimings Service { get; } = new()
    {
        Acceptance = static _ => CommandTimings.Acceptance.Ticks,
        NodeStart = static chance => (45 + chance.Below(106)) * TimeSpan.TicksPerSecond,
        Finalizing = static chance => (3 + chance.Below(10)) * TimeSpan.TicksPerSecond,
    };

    public static ForecastTimings None { get; } = new() { Acceptance = static _ => 0, NodeStart = static _ => 0, Finalizing = static _ => 0 };

    public required Func<Chance, long> Acceptance { get; init; }

    public required Func<Chance, long> NodeStart { get; init; }

    public required Func<Chance, long> Finalizing { get; init; }
}
