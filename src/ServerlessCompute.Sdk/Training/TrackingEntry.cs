namespace ServerlessCompute;

/// <summary>Something that was logged and is on its way.</summary>
internal readonly record struct TrackingEntry
{
    public TrackingEntryKind Kind { get; private init; }

    public string Name { get; private init; }

    /// <summary>A parameter's or tag's value.</summary>
    public string? Text { get; private init; }

    public double Number { get; private init; }

    public long Step { get; private init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long Timestamp { get; private init; }

    public TaskCompletionSource? Reached { get; private init; }

    public static TrackingEntry Metric(string name, double value, long step, long timestamp) =>
        new() { Kind = TrackingEntryKind.Metric, Name = name, Number = value, Step = step, Timestamp = timestamp };

    public static TrackingEntry Parameter(string name, string value) => new() { Kind = TrackingEntryKind.Parameter, Name = name, Text = value };

    public static TrackingEntry Tag(string name, string value) => new() { Kind = TrackingEntryKind.Tag, Name = name, Text = value };

    public static TrackingEntry Marker(TaskCompletionSource reached) => new() { Kind = TrackingEntryKind.Marker, Name = "", Reached = reached };
}
