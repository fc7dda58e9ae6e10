namespace ServerlessCompute;

/// <summary>All that happened, as it happened. Written under the engine's lock.</summary>
internal sealed class HistoryLog(Pacemaker pacemaker)
{
    // A service with few jobs stays small; one with many gets its chunks where the garbage collector does not move them.
    private const int First = 256;
    private const int Usual = 16_384;

    private readonly List<HistoryChunk> _chunks = [];

    public void Add(JobRecord job, JobPhase phase) => Add(job, HistoryEventKind.Status, phase, null);

    public void Add(JobRecord job, HistoryEventKind kind, string? detail = null) => Add(job, kind, job.Phase, detail);

    /// <summary>The events so far. Those of one instant come by job name, so that it does not matter which of several clients was first.</summary>
    public IReadOnlyList<InMemoryEvent> Read()
    {
        lock (pacemaker.Gate)
        {
            return [.. _chunks.SelectMany(static c => c.Read()).OrderBy(static e => e.At).ThenBy(static e => e.Job.Name, StringComparer.Ordinal).Select(static e => e.ToEvent())];
        }
    }

    private void Add(JobRecord job, HistoryEventKind kind, JobPhase phase, string? detail)
    {
        if (_chunks.Count == 0 || _chunks[^1].IsFull)
        {
            _chunks.Add(new HistoryChunk(_chunks.Count == 0 ? First : Usual));
        }

        _chunks[^1].Add(new HistoryEntry(pacemaker.Instant(), job, kind, phase, detail));
    }
}
