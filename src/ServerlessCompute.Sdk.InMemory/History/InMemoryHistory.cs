using System.Collections;

namespace ServerlessCompute;

/// <summary>What happened in an <see cref="InMemoryServerless"/>, in order: by time, and by job name within one instant.</summary>
/// <remarks>
/// Immutable and thread-safe. Equal seeds and equal requests give an equal history, letter by letter, on every platform and however many tests
/// run at once. With <see cref="InMemoryServerlessOptions.RecordRequests"/> the requests are part of it, and it can be played again.
/// </remarks>
public sealed class InMemoryHistory : IReadOnlyList<InMemoryEvent>
{
    private readonly IReadOnlyList<InMemoryEvent> _events;

    internal InMemoryHistory(IReadOnlyList<InMemoryEvent> events, HistoryRecord? record = null)
    {
        _events = events;
        Record = record;
    }

    /// <inheritdoc/>
    public int Count => _events.Count;

    /// <summary>The requests and their answers, in the order in which they came; none unless they are recorded.</summary>
    public IReadOnlyList<InMemoryExchange> Exchanges => [.. (Record?.Entries ?? []).Select(static e => e.Exchange).OfType<InMemoryExchange>()];

    internal HistoryRecord? Record { get; }

    /// <inheritdoc/>
    public InMemoryEvent this[int index] => _events[index];

    /// <summary>Reads a history that <see cref="SaveAsync"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <exception cref="FormatException">The file holds no history.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<InMemoryHistory> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return HistoryFile.Read(await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public IEnumerator<InMemoryEvent> GetEnumerator() => _events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line for each event.</summary>
    public override string ToString() => string.Join('\n', _events);

    /// <summary>Writes the history to a file, UTF-8, a line for each event and for each recorded request. The tokens of requests are left out.</summary>
    /// <param name="path">The file, written anew.</param>
    /// <param name="cancellationToken">Gives up writing.</param>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await File.WriteAllTextAsync(path, string.Concat(HistoryFile.Write(this).Select(static line => line + "\n")), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where this history and another first differ.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The first event that is not the same, or <see langword="null"/> when all are.</returns>
    public HistoryDifference? FirstDifference(InMemoryHistory other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int i = 0; i < Math.Max(Count, other.Count); i++)
        {
            InMemoryEvent? here = i < Count ? this[i] : null;
            InMemoryEvent? there = i < other.Count ? other[i] : null;
            if (here != there)
            {
                return new HistoryDifference { Index = i, First = here?.ToString(), Second = there?.ToString() };
            }
        }

        return null;
    }

    /// <summary>
    /// Sends the recorded requests to a fresh service, each when it came, and tells whether it answers the same bytes and the same events happen.
    /// </summary>
    /// <param name="fresh">
    /// A service with the same options but the manual clock, to which nobody has sent anything. Delegates and faults are added to it as they were to
    /// the first one; clusters, quota, cancellations and the like come out of the record.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">No requests were recorded.</exception>
    /// <exception cref="ArgumentException">The service is not fresh, or its clock is not the manual one.</exception>
    public async Task<HistoryReplay> ReplayAsync(InMemoryServerless fresh, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        if (Record is null)
        {
            throw new InvalidOperationException("This history has no requests: record them with InMemoryServerlessOptions.RecordRequests.");
        }

        if (fresh.Options.Clock != InMemoryClock.Manual || fresh.History.Count > 0)
        {
            throw new ArgumentException("A history is played to a fresh service with InMemoryClock.Manual, whose time it moves itself.", nameof(fresh));
        }

        HistoryDifference? answer = await new HistoryPlayer(fresh, Record).PlayAsync(cancellationToken).ConfigureAwait(false);
        return new HistoryReplay
        {
            Requests = Exchanges.Count,
            Answer = answer,
            Event = FirstDifference(fresh.History),
        };
    }
}
