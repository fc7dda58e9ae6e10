namespace ServerlessCompute;

/// <summary>How an AutoML job over images or texts goes through its search space. Immutable.</summary>
public sealed record AutoMlSweepSettings : JobPart
{
    /// <summary>How values are drawn.</summary>
    /// <value>Unset, which is an error.</value>
    public SamplingAlgorithmType SamplingAlgorithm { get; init; }

    /// <summary>When trials are stopped early.</summary>
    /// <value>Null: every trial runs to its end.</value>
    public EarlyTerminationPolicy? EarlyTermination { get; init; }
}
