namespace ServerlessCompute;

/// <summary>How much an AutoML job over a table tries. Immutable.</summary>
public sealed record TabularLimitSettings : JobPart
{
    /// <summary>The number of trials, each an algorithm with its settings.</summary>
    /// <value>Null: the service takes 1000.</value>
    public int? MaxTrials { get; init; }

    /// <summary>The number of trials at once; each takes a node.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? MaxConcurrentTrials { get; init; }

    /// <summary>The number of nodes for training one model on several (known to preview versions of the contract only).</summary>
    /// <value>Null: the service takes 1.</value>
    public int? MaxNodes { get; init; }

    /// <summary>The number of cores that a trial may use; -1 for all of a node.</summary>
    /// <value>Null: the service takes -1.</value>
    public int? MaxCoresPerTrial { get; init; }

    /// <summary>The value of the primary metric that is good enough: the job ends when a trial reaches it.</summary>
    public double? ExitScore { get; init; }

    /// <summary>Whether the job ends when the last trials brought no better score.</summary>
    /// <value>Null: the service takes true.</value>
    public bool? EnableEarlyTermination { get; init; }

    /// <summary>How long the job may run; whole minutes in YAML.</summary>
    /// <value>Null: the service takes six hours.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long each trial may run; whole minutes in YAML.</summary>
    /// <value>Null: the service takes thirty minutes.</value>
    public TimeSpan? TrialTimeout { get; init; }
}
