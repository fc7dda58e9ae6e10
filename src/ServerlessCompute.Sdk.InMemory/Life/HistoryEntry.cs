namespace ServerlessCompute;

/// <summary>One thing that happened.</summary>
internal readonly record struct HistoryEntry(long At, JobRecord Job, HistoryEventKind Kind, JobPhase Phase, string? Detail)
{
    public InMemoryEvent ToEvent() => new()
    {
        Time = new DateTimeOffset(At, TimeSpan.Zero),
        JobName = Job.Name,
        What = Kind == HistoryEventKind.Status ? Phase.Word() : Kind.ToString(),
        Detail = Kind == HistoryEventKind.Status && Phase == JobPhase.Failed ? Job.Error?.Message : Detail,
    };
}
