namespace ServerlessCompute;

/// <summary>
/// Blobs in order of their names (by UTF-16 unit), in short sorted runs: a million of them cost little more than a reference
/// each, and a prefix is found by two binary searches. Not thread-safe.
/// </summary>
internal sealed class OrderedBlobs
{
    private const int Longest = 256;

    private readonly List<List<Blob>> _runs = [];

    // Where a blob was found last: a log that grows is asked for again and again.
    private int _lastRun;
    private int _lastIndex;

    public int Count { get; private set; }

    public Blob? Find(string name) => Locate(name, out int run, out int index) ? _runs[run][index] : null;

    /// <summary>Adds the blob, or puts it in the place of the one of that name.</summary>
    public void Set(Blob blob) => Set(blob, blob.Name);

    /// <summary>The same for a blob whose name is at hand.</summary>
    public void Set(Blob blob, string name)
    {
        if (Locate(name, out int run, out int index))
        {
            _runs[run][index] = blob;
            return;
        }

        Count++;
        if (_runs.Count == 0)
        {
            _runs.Add([blob]);
        }
        else if (_runs[run].Count < Longest)
        {
            _runs[run].Insert(index, blob);
        }
        else if (index == Longest)
        {
            // Names that come in order leave full runs behind them.
            _runs.Insert(run + 1, [blob]);
        }
        else
        {
            List<Blob> full = _runs[run];
            _runs.Insert(run + 1, full.GetRange(Longest / 2, Longest / 2));
            full.RemoveRange(Longest / 2, Longest / 2);
            (index <= full.Count ? full : _runs[run + 1]).Insert(index <= full.Count ? index : index - full.Count, blob);
        }
    }

    public bool Remove(string name)
    {
        if (!Locate(name, out int run, out int index))
        {
            return false;
        }

        Count--;
        _runs[run].RemoveAt(index);
        if (_runs[run].Count == 0)
        {
            _runs.RemoveAt(run);
        }

        return true;
    }

    /// <summary>The first blob whose name is not before <paramref name="name"/>.</summary>
    public Blob? FirstFrom(string name)
    {
        Locate(name, out int run, out int index);
        return run >= _runs.Count ? null
            : index < _runs[run].Count ? _runs[run][index]
            : run + 1 < _runs.Count ? _runs[run + 1][0]
            : null;
    }

    /// <summary>All blobs whose names are not before <paramref name="name"/>. The collection must not change meanwhile.</summary>
    public IEnumerable<Blob> From(string name)
    {
        Locate(name, out int run, out int index);
        for (; run < _runs.Count; run++, index = 0)
        {
            for (; index < _runs[run].Count; index++)
            {
                yield return _runs[run][index];
            }
        }
    }

    private bool Locate(string name, out int run, out int index)
    {
        run = _lastRun;
        index = _lastIndex;
        if (run < _runs.Count && index < _runs[run].Count && _runs[run][index].CompareName(name) == 0)
        {
            return true;
        }

        bool found = Search(name, out run, out index);
        (_lastRun, _lastIndex) = (run, index);
        return found;
    }

    private bool Search(string name, out int run, out int index)
    {
        int low = 0;
        int high = _runs.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_runs[middle][0].CompareName(name) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        run = low;
        index = 0;
        if (_runs.Count == 0)
        {
            return false;
        }

        List<Blob> blobs = _runs[low];
        int end = blobs.Count;
        while (index < end)
        {
            int middle = (index + end) / 2;
            int order = blobs[middle].CompareName(name);
            if (order == 0)
            {
                index = middle;
                return true;
            }

            if (order < 0)
            {
                index = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return false;
    }
}
