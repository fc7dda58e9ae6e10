namespace ServerlessCompute;

/// <content>The verbs: each gives a changed copy. <c>With…</c> replaces a property, <c>Add…</c> adds to it.</content>
public sealed partial record SweepJob
{
    /// <summary>Replaces what each trial runs.</summary>
    public SweepJob WithTrial(SweepTrial trial) => this with { Trial = trial };

    /// <summary>Looks for the trial with the largest value of a metric that it logs.</summary>
    public SweepJob Maximize(string primaryMetric) => WithObjective(new SweepObjective { Goal = Goal.Maximize, PrimaryMetric = primaryMetric });

    /// <summary>Looks for the trial with the smallest value of a metric that it logs.</summary>
    public SweepJob Minimize(string primaryMetric) => WithObjective(new SweepObjective { Goal = Goal.Minimize, PrimaryMetric = primaryMetric });

    /// <summary>Replaces what is looked for.</summary>
    public SweepJob WithObjective(SweepObjective? objective) => this with { Objective = objective };

    /// <summary>Chooses how values are drawn, for example <see cref="Sampling.Bayesian"/>.</summary>
    public SweepJob WithSamplingAlgorithm(SamplingAlgorithm algorithm) => this with { SamplingAlgorithm = algorithm };

    /// <inheritdoc cref="WithSamplingAlgorithm"/>
    public SweepJob WithSampling(SamplingAlgorithm algorithm) => WithSamplingAlgorithm(algorithm);

    /// <summary>Replaces the search spaces that are not in the command's holes.</summary>
    public SweepJob WithSearchSpace(ValueMap<SearchSpace> spaces) => this with { SearchSpace = spaces };

    /// <summary>Adds or replaces one search space, to be referred to as <c>${{search_space.name}}</c>.</summary>
    public SweepJob AddSearchSpace(string name, SearchSpace space) => this with { SearchSpace = SearchSpace.With(name, space) };

    /// <summary>Stops trials that promise little; null lets every trial run to its end.</summary>
    public SweepJob WithEarlyTermination(EarlyTerminationPolicy? policy) => this with { EarlyTermination = policy };

    /// <summary>Replaces the limits.</summary>
    public SweepJob WithLimits(SweepJobLimits? limits) => this with { Limits = limits };

    /// <summary>Sets the limits.</summary>
    /// <param name="maxTotalTrials">The number of trials.</param>
    /// <param name="maxConcurrentTrials">The number of trials at once; null for as many as there are.</param>
    /// <param name="timeout">How long the sweep may run; whole seconds.</param>
    /// <param name="trialTimeout">How long each trial may run; whole seconds; null keeps what was said before, as the time limit of the command.</param>
    public SweepJob WithLimits(int maxTotalTrials, int? maxConcurrentTrials = null, TimeSpan? timeout = null, TimeSpan? trialTimeout = null) =>
        this with
        {
            Limits = (Limits ?? new()) with
            {
                MaxTotalTrials = maxTotalTrials,
                MaxConcurrentTrials = maxConcurrentTrials,
                Timeout = timeout,
                TrialTimeout = trialTimeout ?? Limits?.TrialTimeout,
            },
        };

    /// <summary>Replaces the inputs that are not in the command's holes.</summary>
    public SweepJob WithInputs(ValueMap<Input> inputs) => this with { Inputs = inputs };

    /// <summary>Adds or replaces one input, to be referred to as <c>${{inputs.name}}</c>.</summary>
    public SweepJob WithInput(string name, Input input) => this with { Inputs = Inputs.With(name, input) };

    /// <summary>Replaces the outputs that are not in the command's holes.</summary>
    public SweepJob WithOutputs(ValueMap<Output> outputs) => this with { Outputs = outputs };

    /// <summary>Adds or replaces one output, to be referred to as <c>${{outputs.name}}</c>.</summary>
    public SweepJob WithOutput(string name, Output output) => this with { Outputs = Outputs.With(name, output) };

    /// <summary>Replaces the queue settings.</summary>
    public SweepJob WithQueueSettings(QueueSettings? settings) => this with { QueueSettings = settings };

    /// <summary>Chooses the tier; the priority stays.</summary>
    public SweepJob WithQueueSettings(JobTier tier) => this with { QueueSettings = (QueueSettings ?? new()) with { JobTier = tier } };

    /// <summary>Replaces the machines of each trial.</summary>
    public SweepJob WithResources(ResourceConfiguration? resources) => this with { Trial = Trial with { Resources = resources } };

    /// <summary>Asks for nodes of one VM size for each trial; other settings of the resources stay.</summary>
    public SweepJob WithResources(string instanceType, int instanceCount = 1) =>
        WithResources((Trial.Resources ?? new()) with { InstanceType = instanceType, InstanceCount = instanceCount });
}
