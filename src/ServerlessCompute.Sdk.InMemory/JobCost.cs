using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a job's nodes and those of its children cost: by the second, from the start of each to its release, as the service bills them.</summary>
/// <remarks>
/// Immutable and thread-safe. A node that stays idle for the next job is paid for by the job before, until the next one has it or it is released:
/// a job's cost can grow for two minutes after its end.
/// </remarks>
public sealed record JobCost
{
    /// <summary>How long nodes were there for the job, all together.</summary>
    public required TimeSpan NodeTime { get; init; }

    /// <summary>US dollars; <see langword="null"/> when no list tells the price of the size on its tier.</summary>
    public required decimal? Dollars { get; init; }

    /// <summary>Whether the price is that of 2020, because no newer one is known: low priority of some sizes.</summary>
    public bool IsStale { get; init; }

    /// <summary>Hours and dollars.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{NodeTime.TotalHours:0.##} node hours, {(Dollars is { } dollars ? $"{dollars:0.00##} USD{(IsStale ? " at a price of 2020" : "")}" : "price unknown")}");
}
