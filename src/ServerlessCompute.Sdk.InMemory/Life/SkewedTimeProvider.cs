namespace ServerlessCompute;

/// <summary>The clock of a service whose clock is wrong.</summary>
internal sealed class SkewedTimeProvider(TimeProvider right, Func<TimeSpan> skew) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + skew();
}
