namespace ServerlessCompute;

/// <summary>A schedule of the workspace. Read and changed under the engine's lock.</summary>
internal sealed class ScheduleRecord(ScheduleBook book, string name) : IEventTarget
{
    public string Name { get; } = name;

    /// <summary>The checked <c>properties</c> of the latest PUT.</summary>
    public required byte[] Body { get; set; }

    public required FireRule Rule { get; set; }

    public required bool IsEnabled { get; set; }

    public required long CreatedAt { get; init; }

    public long ModifiedAt { get; set; }

    /// <summary>When it fires next, or null.</summary>
    public Appointment? Next { get; set; }

    string IEventTarget.OrderName => Name;

    void IEventTarget.OnDue(int stage) => book.Fire(this);
}
