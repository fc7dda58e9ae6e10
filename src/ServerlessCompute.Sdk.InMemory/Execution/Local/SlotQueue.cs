using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>The places for processes on this machine, given out in the order in which they were asked for.</summary>
/// <remarks>Thread-safe. A wide job waits at the head of the queue until enough places are free: narrow ones behind it do not overtake it for ever.</remarks>
internal sealed class SlotQueue
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiting> _queue = new();
    private readonly int _places;
    private int _free;

    public SlotQueue(int places)
    {
        _places = places;
        _free = places;
    }

    /// <summary>Takes places, at most all there are, and gives them back on disposal.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<IDisposable> EnterAsync(int wanted, CancellationToken stop)
    {
        var waiting = new Waiting(Math.Clamp(wanted, 1, _places));
        lock (_lock)
        {
            _queue.AddLast(waiting);
            Serve();
        }

        await using ConfiguredAsyncDisposable registration = stop.Register(() => Cancel(waiting, stop)).ConfigureAwait(false);
        await waiting.Turn.Task.ConfigureAwait(false);
        return new Holding(this, waiting.Wanted);
    }

    private void Cancel(Waiting waiting, CancellationToken stop)
    {
        lock (_lock)
        {
            if (_queue.Remove(waiting))
            {
                waiting.Turn.SetCanceled(stop);
                Serve();
            }
        }
    }

    private void Leave(int count)
    {
        lock (_lock)
        {
            _free += count;
            Serve();
        }
    }

    private void Serve()
    {
        while (_queue.First is { } first && first.Value.Wanted <= _free)
        {
            _free -= first.Value.Wanted;
            _queue.RemoveFirst();
            first.Value.Turn.SetResult();
        }
    }

    private sealed class Waiting(int wanted)
    {
        public int Wanted => wanted;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Holding(SlotQueue owner, int count) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                owner.Leave(count);
            }
        }
    }
}
