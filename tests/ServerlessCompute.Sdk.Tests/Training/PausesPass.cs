namespace ServerlessCompute;

/// <summary>A clock on which short pauses are over at once and long patience never runs out.</summary>
internal sealed class PausesPass : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime < Long && dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
