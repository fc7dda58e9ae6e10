namespace ServerlessCompute;

/// <summary>
/// Some thousand events one after the other, packed: a million jobs have seven million of them. What is rare, a detail, stands apart. Nothing
/// that is written moves again.
/// </summary>
internal sealed class HistoryChunk(int size)
{
    private const int PhaseBits = 4;

    private readonly long[] _at = new long[size];
    private readonly JobRecord[] _jobs = new JobRecord[size];

    // Kind and phase in a byte: there are fewer than sixteen of each.
    private readonly byte[] _what = new byte[size];
    private readonly List<(int Index, string Detail)> _details = [];
    private int _count;

    public bool IsFull => _count == size;

    public void Add(HistoryEntry entry)
    {
        _at[_count] = entry.At;
        _jobs[_count] = entry.Job;
        _what[_count] = checked((byte)(((int)entry.Kind << PhaseBits) | (int)entry.Phase));
        if (entry.Detail is not null)
        {
            _details.Add((_count, entry.Detail));
        }

        _count++;
    }

    public IEnumerable<HistoryEntry> Read()
    {
        int detail = 0;
        for (int i = 0; i < _count; i++)
        {
            bool hasDetail = detail < _details.Count && _details[detail].Index == i;
            yield return new HistoryEntry(
                _at[i],
                _jobs[i],
                (HistoryEventKind)(_what[i] >> PhaseBits),
                (JobPhase)(_what[i] & ((1 << PhaseBits) - 1)),
                hasDetail ? _details[detail++].Detail : null);
        }
    }
}
