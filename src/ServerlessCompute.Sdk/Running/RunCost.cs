using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// What the machines of a job, and of the jobs that it started, have cost: their number, their time and the service's own estimate of the
/// price of their size. Immutable; can be made in tests.
/// </summary>
/// <remarks>
/// The time is that of the commands, from start to end. The service bills machines from their own start to their release, which run history
/// does not tell: a bill is higher by some minutes for each job.
/// </remarks>
public sealed record RunCost
{
    /// <summary>The time of all nodes together.</summary>
    public required TimeSpan NodeTime { get; init; }

    /// <summary>The cost; null when the service says the price of none of the sizes.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency of the amount.</summary>
    /// <value><c>USD</c>.</value>
    public string Currency { get; init; } = "USD";

    /// <summary>Whether the service says no price of some of the sizes, so that the amount is too small.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Cost and time in a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Amount is { } amount ? $"{amount:0.00##} {Currency}" : "price unknown")} for {NodeTime.TotalHours:0.##} node hours{(IsIncomplete && Amount is not null ? ", and machines without a known price" : "")}");
}
