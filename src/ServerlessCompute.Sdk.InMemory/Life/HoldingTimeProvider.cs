namespace ServerlessCompute;

/// <summary>The engine's clock for requests that are held: while such a timer is pending its request does not keep time from moving.</summary>
internal sealed class HoldingTimeProvider(Pacemaker pacemaker) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => pacemaker.Now;

    public override long GetTimestamp() => pacemaker.NowTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(pacemaker, callback, state, holdsRequest: true);
        timer.Change(dueTime, period);
        return timer;
    }
}
