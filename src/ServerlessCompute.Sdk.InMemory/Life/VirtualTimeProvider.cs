namespace ServerlessCompute;

/// <summary>The engine's clock as clients see it. A pending timer counts as a held wait, so that a client's own delays move time.</summary>
internal sealed class VirtualTimeProvider(Pacemaker pacemaker) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => pacemaker.Now;

    public override long GetTimestamp() => pacemaker.NowTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(pacemaker, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
