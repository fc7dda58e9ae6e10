namespace ServerlessCompute;

/// <summary>What to watch of a job. Immutable.</summary>
public sealed record JobWatchOptions
{
    /// <summary>Whether log lines are told.</summary>
    /// <value>True.</value>
    public bool Logs { get; init; } = true;

    /// <summary>Whether metrics are told.</summary>
    /// <value>True.</value>
    public bool Metrics { get; init; } = true;
}
