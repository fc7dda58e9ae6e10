namespace ServerlessCompute;

/// <summary>All that happened, as it happened. Written under the engine's lock.</summary>
internal sealed class HistoryLog(Pacemaker pacemaker)
{
    private readonly List<Entry> _entries = [];

    public void Add(JobRecord job, JobPhase phase) => _entries.Add(new Entry(pacemaker.Instant(), job, HistoryEventKind.Status, phase, null));

    public void Add(JobRecord job, HistoryEventKind kind, string? detail = null) =>
        _entries.Add(new Entry(pacemaker.Instant(), job, kind, job.Phase, detail));

    /// <summary>The events so far. Those of one instant come by job name, so that it does not matter which of several clients was first.</summary>
    public IReadOnlyList<InMemoryEvent> Read()
    {
        lock (pacemaker.Gate)
        {
            return [.. _entries.OrderBy(static e => e.At).ThenBy(static e => e.Job.Name, StringComparer.Ordinal).Select(static e => e.ToEvent())];
        }
    }

    private readonly record struct Entry(long At, JobRecord Job, HistoryEventKind Kind, JobPhase Phase, string? Detail)
    {
        public InMemoryEvent ToEvent() => new()
        {
            Time = new DateTimeOffset(At, TimeSpan.Zero),
            JobName = Job.Name,
            What = Kind == HistoryEventKind.Status ? Phase.Word() : Kind.ToString(),
            Detail = Kind == HistoryEventKind.Status && Phase == JobPhase.Failed ? Job.Error?.Message : Detail,
        };
    }
}
