using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>The workspace's jobs, by name and in the order in which they came. Used under the engine's lock.</summary>
internal sealed class JobRegistry
{
    private readonly Dictionary<string, JobRecord> _byName = new(StringComparer.Ordinal);
    private readonly List<JobRecord> _inOrder = [];
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    public int Count => _inOrder.Count;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<JobRecord> InOrder => _inOrder;

    public bool TryGet(string name, [NotNullWhen(true)] out JobRecord? job) => _byName.TryGetValue(name, out job);

    /// <summary>The jobs that came before number <paramref name="before"/>, newest first.</summary>
    public IEnumerable<JobRecord> NewestFirst(int before)
    {
        for (int i = _inOrder.Count - 1; i >= 0; i--)
        {
            if (_inOrder[i].Number < before)
            {
                yield return _inOrder[i];
            }
        }
    }

    /// <summary>Whether a job of that name was here and was deleted.</summary>
    public bool WasRemoved(string name) => _removed.Contains(name) && !_byName.ContainsKey(name);

    public void Add(JobRecord job)
    {
        _byName.Add(job.Name, job);
        _inOrder.Add(job);
    }

    public void Remove(JobRecord job)
    {
        _removed.Add(job.Name);
        _byName.Remove(job.Name);
        _inOrder.Remove(job);
    }
}
