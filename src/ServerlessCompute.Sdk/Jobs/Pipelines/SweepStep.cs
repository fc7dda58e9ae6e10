namespace ServerlessCompute;

/// <summary>A step that tries one command with different hyperparameters. Immutable.</summary>
/// <remarks>The component is the trial; it takes each hyperparameter as an input of its name.</remarks>
public sealed record SweepStep : ComponentStep
{
    /// <inheritdoc/>
    public override string Kind => "sweep";

    /// <summary>The search spaces, by the name of the trial's input that they fill.</summary>
    public ValueMap<SearchSpace> SearchSpace { get; init; } = ValueMap<SearchSpace>.Empty;

    /// <summary>How values are drawn.</summary>
    /// <value><see cref="Sampling.Random"/>.</value>
    public SamplingAlgorithm SamplingAlgorithm { get; init; } = Sampling.Random;

    /// <summary>What is looked for.</summary>
    /// <value>Null, which is an error.</value>
    public SweepObjective? Objective { get; init; }

    /// <summary>How much is tried.</summary>
    public SweepJobLimits? Limits { get; init; }

    /// <summary>When trials are stopped early.</summary>
    /// <value>Null: every trial runs to its end.</value>
    public EarlyTerminationPolicy? EarlyTermination { get; init; }

    /// <summary>The machines of each trial.</summary>
    public ResourceConfiguration? Resources { get; init; }

    /// <summary>The tier and the priority.</summary>
    /// <value>Null: Standard.</value>
    public QueueSettings? QueueSettings { get; init; }

    /// <summary>As whom the step runs.</summary>
    /// <value>Null: as the pipeline does.</value>
    public IdentityConfiguration? Identity { get; init; }
}
