namespace ServerlessCompute;

/// <content>Going exactly as far as a record says.</content>
internal sealed partial class Pacemaker
{
    private long _steps;
    private long _replayTo;

    /// <summary>How many events were handled, and what the clock shows. Timers of clients do not count: they are no part of the service.</summary>
    public (long Steps, long At) Place()
    {
        lock (Gate)
        {
            return (_steps, Instant());
        }
    }

    /// <summary>Goes on to where a record says something came: so many events, then that time. Whoever is being answered is let go first.</summary>
    public async Task ReplayToAsync(long steps, long at, CancellationToken cancellationToken)
    {
        while (true)
        {
            await WhenQuietAsync(cancellationToken).ConfigureAwait(false);
            lock (Gate)
            {
                if (_steps >= steps || !_events.TryPeek(out _))
                {
                    Volatile.Write(ref _now, Math.Max(_now, at));
                    return;
                }

                _replayTo = _steps + 1;
            }

            Beat();
        }
    }

    /// <summary>Waits until every open request is a held one and nobody beats.</summary>
    private async Task WhenQuietAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (Gate)
            {
                if (_beatingThread == 0 && Volatile.Read(ref _open) == _held)
                {
                    return;
                }
            }

            await Task.Yield();
        }
    }
}
