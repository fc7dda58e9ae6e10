namespace ServerlessCompute;

/// <summary>
/// Trials of one command with different hyperparameters. Started with <see cref="Sweep.Over"/> or an object initialiser; immutable.
/// </summary>
/// <example>
/// <code>
/// var lr = Search.LogUniformBetween(1e-4, 1e-1);
/// var sweep = Sweep.Over(Command.Run($"python train.py --lr {lr}").WithCode("./src").WithEnvironment("…"))
///     .Maximize("accuracy")
///     .WithLimits(maxTotalTrials: 20, maxConcurrentTrials: 4);
/// </code>
/// </example>
public sealed partial record SweepJob : Job
{
    private readonly SweepData _data = SweepData.Empty;

    /// <inheritdoc/>
    public override JobType JobType => JobType.Sweep;

    /// <summary>What each trial runs.</summary>
    public SweepTrial Trial
    {
        get => _data.Trial;
        init => _data = new SweepData(value, _data.Inputs, _data.Outputs, _data.Spaces);
    }

    /// <summary>The inputs that are not in the command's holes, by name.</summary>
    public ValueMap<Input> Inputs
    {
        get => _data.Inputs;
        init => _data = new SweepData(_data.Trial, value, _data.Outputs, _data.Spaces);
    }

    /// <summary>The outputs that are not in the command's holes, by name.</summary>
    public ValueMap<Output> Outputs
    {
        get => _data.Outputs;
        init => _data = new SweepData(_data.Trial, _data.Inputs, value, _data.Spaces);
    }

    /// <summary>The search spaces that are not in the command's holes, by the name of their hyperparameter.</summary>
    public ValueMap<SearchSpace> SearchSpace
    {
        get => _data.Spaces;
        init => _data = new SweepData(_data.Trial, _data.Inputs, _data.Outputs, value);
    }

    /// <summary>All inputs, those of the command's holes and the others.</summary>
    public ValueMap<Input> AllInputs => _data.AllInputs;

    /// <summary>All outputs, those of the command's holes and the others.</summary>
    public ValueMap<Output> AllOutputs => _data.AllOutputs;

    /// <summary>All search spaces, those of the command's holes and the others.</summary>
    public ValueMap<SearchSpace> AllSearchSpaces => _data.AllSpaces;

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

    /// <summary>The tier and the priority.</summary>
    /// <value>Null: Standard.</value>
    public QueueSettings? QueueSettings { get; init; }

    internal override Job VisitParts(JobVisitor visitor)
    {
        ValueMap<Input> inputs = visitor.Inputs("inputs", AllInputs);
        ValueMap<Output> outputs = visitor.Outputs("outputs", AllOutputs);
        bool isSame = ReferenceEquals(inputs, AllInputs) && ReferenceEquals(outputs, AllOutputs);
        var visited = (SweepJob)base.VisitParts(visitor) with
        {
            QueueSettings = JobVisitor.Maybe("queueSettings", QueueSettings, visitor.Queue),
            Trial = Trial with
            {
                Command = isSame ? Trial.Command : Trial.Command.Text,
                Code = JobVisitor.Maybe("trial.code", Trial.Code, visitor.Code),
                Environment = JobVisitor.Maybe("trial.environment", Trial.Environment, visitor.Environment),
                EnvironmentVariables = visitor.Variables("trial.environmentVariables", Trial.EnvironmentVariables),
                Resources = JobVisitor.Maybe("trial.resources", Trial.Resources, visitor.Resources),
                Distribution = JobVisitor.Maybe("trial.distribution", Trial.Distribution, visitor.Distribution),
            },
        };
        return isSame ? visited : visited with { Inputs = inputs, Outputs = outputs, SearchSpace = AllSearchSpaces };
    }
}
