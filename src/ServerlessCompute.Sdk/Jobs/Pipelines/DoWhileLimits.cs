namespace ServerlessCompute;

/// <summary>How often a step is repeated at most. Immutable.</summary>
public sealed record DoWhileLimits : JobPart
{
    /// <summary>The number of turns, 1 to 1000.</summary>
    /// <value>Null, which is an error.</value>
    public int? MaxIterationCount { get; init; }
}
