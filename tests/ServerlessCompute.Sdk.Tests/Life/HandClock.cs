namespace ServerlessCompute;

/// <summary>A host clock that tests turn by hand; its timers fire inside <see cref="Advance"/>.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<HandTimer> _timers = [];
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What was waited for, in the order in which the waits began.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        DateTimeOffset end = _now + time;
        while (_timers.Where(t => t.Due <= end).MinBy(static t => t.Due) is { } next)
        {
            _now = next.Due > _now ? next.Due : _now;
            next.Fire();
        }

        _now = end;
    }

    /// <summary>
    /// Turns the clock from wait to wait until all are done. What comes after a wait runs within its end, so everything is on one thread.
    /// </summary>
    public async Task RunAsync(params Task[] tasks)
    {
        var all = Task.WhenAll(tasks);
        for (int idle = 0; !all.IsCompleted; idle++)
        {
            if (_timers.MinBy(static t => t.Due) is { } next && next.Due < DateTimeOffset.MaxValue)
            {
                _now = next.Due > _now ? next.Due : _now;
                next.Fire();
                idle = 0;
            }
            else
            {
                Assert.That(idle, Is.LessThan(1_000_000), "Everybody waits, and nobody for the clock.");
                await Task.Yield();
            }
        }

        await all;
    }

    private sealed class HandTimer(HandClock clock, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
            if (dueTime > TimeSpan.Zero)
            {
                clock.Waits.Add(dueTime);
            }

            return true;
        }

        public void Fire()
        {
            Due = DateTimeOffset.MaxValue;
            callback();
        }

        public void Dispose()
        {
            Due = DateTimeOffset.MaxValue;
            clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
