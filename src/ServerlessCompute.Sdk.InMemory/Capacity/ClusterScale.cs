namespace ServerlessCompute;

/// <summary>How a named cluster grows and shrinks.</summary>
/// <param name="MinNodes">It never has fewer.</param>
/// <param name="MaxNodes">It never has more.</param>
/// <param name="IdleTime">How long a node stays idle before it goes.</param>
internal sealed record ClusterScale(int MinNodes, int MaxNodes, TimeSpan IdleTime)
{
    /// <summary>How long a node of that name takes to come.</summary>
    public required Func<string, TimeSpan> StartTime { get; init; }

    /// <summary>How long it takes to go.</summary>
    public required Func<string, TimeSpan> LeaveTime { get; init; }
}
