namespace ServerlessCompute;

/// <summary>What came from outside, and where the service was in the end.</summary>
internal sealed record HistoryRecord(IReadOnlyList<RecordedEntry> Entries, long Steps, long At);
