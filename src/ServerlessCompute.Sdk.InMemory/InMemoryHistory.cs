using System.Collections;

namespace ServerlessCompute;

/// <summary>What happened in an <see cref="InMemoryServerless"/>, in order: by time, and by job name within one instant.</summary>
/// <remarks>Immutable and thread-safe. As a text it is the same for equal seeds and equal requests.</remarks>
public sealed class InMemoryHistory : IReadOnlyList<InMemoryEvent>
{
    private readonly IReadOnlyList<InMemoryEvent> _events;

    internal InMemoryHistory(IReadOnlyList<InMemoryEvent> events) => _events = events;

    /// <inheritdoc/>
    public int Count => _events.Count;

    /// <inheritdoc/>
    public InMemoryEvent this[int index] => _events[index];

    /// <inheritdoc/>
    public IEnumerator<InMemoryEvent> GetEnumerator() => _events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line for each event.</summary>
    public override string ToString() => string.Join('\n', _events);

    /// <summary>Writes the lines to a file, UTF-8, with '\n' at each end.</summary>
    /// <param name="path">The file, written anew.</param>
    /// <param name="cancellationToken">Gives up writing.</param>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await File.WriteAllTextAsync(path, ToString() + "\n", cancellationToken).ConfigureAwait(false);
    }
}
