using System.Net;
using System.Threading.Channels;

namespace ServerlessCompute;

/// <summary>What was logged, on its way in the background: in order, in batches, without ever holding training up.</summary>
/// <remarks>Thread-safe. While a batch is on its way the next one gathers, so a loop that logs fast makes large batches and a slow one is seen at once.</remarks>
internal sealed class TrackingQueue(TrackingClient client, TrainingNotices notices)
{
    private const int MaxWaiting = 200_000;

    private readonly Channel<TrackingEntry> _entries = Channel.CreateUnbounded<TrackingEntry>();
    private readonly Lock _lock = new();
    private Task? _work;

    public void Add(in TrackingEntry entry)
    {
        if (entry.Kind != TrackingEntryKind.Marker && _entries.Reader.Count >= MaxWaiting)
        {
            notices.Once("full", $"over {MaxWaiting:N0} entries wait to be sent, further ones are dropped until the tracking service keeps up. Log less often.");
            return;
        }

        _entries.Writer.TryWrite(entry);
        lock (_lock)
        {
            _work ??= Task.Run(WorkAsync);
        }
    }

    /// <summary>Waits until all that was added before has been sent, or was given up on.</summary>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_work is null)
            {
                return Task.CompletedTask;
            }
        }

        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(TrackingEntry.Marker(reached));
        return reached.Task.WaitAsync(cancellationToken);
    }

    private async Task WorkAsync()
    {
        while (await _entries.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = new TrackingBatch();
            while (_entries.Reader.TryPeek(out TrackingEntry entry) && entry.Kind != TrackingEntryKind.Marker && batch.TryAdd(entry))
            {
                _entries.Reader.TryRead(out _);
            }

            await SendAsync(batch).ConfigureAwait(false);
            while (_entries.Reader.TryPeek(out TrackingEntry entry) && entry.Kind == TrackingEntryKind.Marker)
            {
                _entries.Reader.TryRead(out _);
                entry.Reached!.TrySetResult();
            }
        }
    }

    private async Task SendAsync(TrackingBatch batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            await client.LogAsync(batch, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TrackingException e) when (e.Status == HttpStatusCode.BadRequest && batch.Count > 1)
        {
            // One bad entry spoils its batch: find it, and keep the others.
            (TrackingBatch first, TrackingBatch second) = batch.Split();
            await SendAsync(first).ConfigureAwait(false);
            await SendAsync(second).ConfigureAwait(false);
        }
        catch (TrackingException e)
        {
            notices.Once($"log {e.Status}", $"{batch.Description} could not be logged: {e.Message} Training goes on; further losses of this kind are not reported.");
        }
#pragma warning disable CA1031 // Whatever goes wrong here must neither end the training nor stop what is logged next.
        catch (Exception e)
#pragma warning restore CA1031
        {
            notices.Once("log", $"{batch.Description} could not be logged: {e.Message} Training goes on.");
        }
    }
}
