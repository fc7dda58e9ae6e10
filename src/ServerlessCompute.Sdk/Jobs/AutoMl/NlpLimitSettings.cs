namespace ServerlessCompute;

/// <summary>How much an AutoML job over texts tries. Immutable.</summary>
public sealed record NlpLimitSettings : JobPart
{
    /// <summary>The number of trials, each a model with its settings.</summary>
    /// <value>1.</value>
    public int? MaxTrials { get; init; } = 1;

    /// <summary>The number of trials at once; each takes a node.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? MaxConcurrentTrials { get; init; }

    /// <summary>The number of nodes of all trials (known to preview versions of the contract only).</summary>
    /// <value>1.</value>
    public int? MaxNodes { get; init; } = 1;

    /// <summary>How long the job may run; whole minutes in YAML.</summary>
    /// <value>Null: the service takes seven days.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long each trial may run; whole minutes in YAML (known to preview versions of the contract only).</summary>
    /// <value>Null: as long as the job.</value>
    public TimeSpan? TrialTimeout { get; init; }
}
