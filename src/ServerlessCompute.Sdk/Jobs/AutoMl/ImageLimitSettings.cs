namespace ServerlessCompute;

/// <summary>How much an AutoML job over images tries. Immutable.</summary>
public sealed record ImageLimitSettings : JobPart
{
    /// <summary>The number of trials, each a model with its settings.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? MaxTrials { get; init; }

    /// <summary>The number of trials at once; each takes a node.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? MaxConcurrentTrials { get; init; }

    /// <summary>How long the job may run; whole minutes in YAML.</summary>
    /// <value>Null: the service takes seven days.</value>
    public TimeSpan? Timeout { get; init; }
}
