namespace ServerlessCompute;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class StorageClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 10, 19, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
