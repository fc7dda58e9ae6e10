using System.Globalization;

namespace ServerlessCompute;

/// <summary>What came of playing a history again: see <see cref="InMemoryHistory.ReplayAsync"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record HistoryReplay
{
    /// <summary>How many requests were sent.</summary>
    public required int Requests { get; init; }

    /// <summary>The first request whose answer is not the same, byte for byte; <see langword="null"/> when all are.</summary>
    public required HistoryDifference? Answer { get; init; }

    /// <summary>The first event that is not the same; <see langword="null"/> when all are.</summary>
    public required HistoryDifference? Event { get; init; }

    /// <summary>Whether everything came out the same.</summary>
    public bool IsSame => Answer is null && Event is null;

    /// <summary>One sentence, and what differs.</summary>
    public override string ToString() => IsSame
        ? string.Create(CultureInfo.InvariantCulture, $"{Requests} request(s), every answer and every event the same.")
        : $"{(Answer is null ? "" : $"Answer {Answer}\n")}{(Event is null ? "" : $"Event {Event}")}".TrimEnd();
}
