namespace ServerlessCompute;

/// <summary>A client's timer on the engine's clock. Its callback runs on the thread pool, and until it returns no time passes.</summary>
internal sealed class VirtualTimer(Pacemaker pacemaker, TimerCallback callback, object? state, bool holdsRequest = false) : ITimer, IEventTarget
{
    private Appointment? _next;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    // Before every job of the same instant: names of jobs are never empty.
    string IEventTarget.OrderName => string.Empty;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (pacemaker.Gate)
        {
            if (_disposed)
            {
                return false;
            }

            Disarm();
            _period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Arm(pacemaker.Instant() + dueTime.Ticks);
            }
        }

        // Not here: the caller has not begun to wait yet.
        pacemaker.BeatLater();
        return true;
    }

    public void Dispose()
    {
        lock (pacemaker.Gate)
        {
            _disposed = true;
            Disarm();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    void IEventTarget.OnDue(int stage)
    {
        _next = null;
        Over();
        if (_period > TimeSpan.Zero)
        {
            Arm(pacemaker.Instant() + _period.Ticks);
        }

        pacemaker.OpenRequest();
        ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Call(), this, preferLocal: false);
    }

    private void Call()
    {
        try
        {
            callback(state);
        }
        finally
        {
            pacemaker.CloseRequest();
        }
    }

    private void Arm(long due)
    {
        _next = pacemaker.Schedule(due, this, stage: 0, isWork: false);
        if (holdsRequest)
        {
            pacemaker.Hold();
        }
        else
        {
            pacemaker.TimerPending();
        }
    }

    private void Over()
    {
        if (holdsRequest)
        {
            pacemaker.Release();
        }
        else
        {
            pacemaker.TimerOver();
        }
    }

    private void Disarm()
    {
        if (_next is { IsCancelled: false })
        {
            pacemaker.Cancel(_next);
            Over();
        }

        _next = null;
    }
}
