namespace ServerlessCompute;

/// <summary>Trials of a command with different hyperparameters, written once. Immutable.</summary>
public sealed record SweepComponent : Component
{
    /// <inheritdoc/>
    public override string Kind => "sweep";

    /// <summary>What each trial runs: a command component, or a reference to a registered one.</summary>
    /// <value>Null, which is an error.</value>
    public ComponentSource? Trial { get; init; }

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

    /// <summary>A step that does what the component says; it is sent with its trial, not as a component of its own.</summary>
    public override SweepStep ToStep() => new()
    {
        Component = Trial,
        SearchSpace = SearchSpace,
        SamplingAlgorithm = SamplingAlgorithm,
        Objective = Objective,
        Limits = Limits,
        EarlyTermination = EarlyTermination,
    };

    /// <inheritdoc cref="Component.WithInput"/>
    public new SweepStep WithInput(string name, Input input) => ToStep().WithInput(name, input);

    internal override Component Visit(string place, JobVisitor visitor)
    {
        ComponentSource? trial = Trial?.Visit($"{place}.trial", visitor);
        return ReferenceEquals(trial, Trial) ? this : this with { Trial = trial };
    }
}
