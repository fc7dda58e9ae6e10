using System.Collections.Concurrent;

namespace ServerlessCompute;

/// <summary>
/// Storage accounts, their containers and blobs. Names are taken as they are; <see cref="BlobService"/> checks those that
/// clients send. Thread-safe. Disposal deletes what was spilled to files.
/// </summary>
internal sealed class BlobStore : IDisposable
{
    private readonly ConcurrentDictionary<(string Account, string Container), BlobContainer> _containers = new();

    /// <summary>Makes an empty store.</summary>
    /// <param name="time">Gives Last-Modified and the entity tags.</param>
    /// <param name="spillThreshold">An append blob that grows beyond this many bytes moves to a file. 1 MiB by default.</param>
    public BlobStore(TimeProvider time, int spillThreshold = 1 << 20)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfNegative(spillThreshold);
        Time = time;
        SpillThreshold = spillThreshold;
    }

    internal TimeProvider Time { get; }

    internal int SpillThreshold { get; }

    internal SpillFolder Spill { get; } = new();

    /// <summary>The container, made when it is not there.</summary>
    public BlobContainer Container(string account, string container) =>
        _containers.GetOrAdd((account, container), static (key, store) => new BlobContainer(store, key.Container), this);

    public BlobContainer? TryGetContainer(string account, string container) => _containers.GetValueOrDefault((account, container));

    /// <summary>Makes the container.</summary>
    /// <returns>False when there was one already.</returns>
    public bool TryAddContainer(string account, string container) =>
        _containers.TryAdd((account, container), new BlobContainer(this, container));

    public bool DeleteContainer(string account, string container) => _containers.TryRemove((account, container), out _);

    public void Dispose() => Spill.Dispose();
}
