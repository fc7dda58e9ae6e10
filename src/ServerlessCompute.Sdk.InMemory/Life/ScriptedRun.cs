namespace ServerlessCompute;

/// <summary>A run that nobody executes and that has a course all the same: a learning curve, logged point by point while it takes its time.</summary>
/// <param name="Metric">The metric that is logged.</param>
/// <param name="Values">One value for each point, evenly spread over the run.</param>
internal sealed record ScriptedRun(string Metric, IReadOnlyList<double> Values)
{
    /// <summary>How long it takes, or null for the usual time.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What the log says of it.</summary>
    public required string Log { get; init; }
}
