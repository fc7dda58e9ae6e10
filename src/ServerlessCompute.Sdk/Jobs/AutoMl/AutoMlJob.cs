namespace ServerlessCompute;

/// <summary>
/// Automated machine learning: the service tries algorithms and settings on data of yours, and keeps the best model. Started with
/// <see cref="AutoMl"/> or an object initialiser; immutable.
/// </summary>
public abstract record AutoMlJob : Job
{
    private protected AutoMlJob()
    {
    }

    /// <inheritdoc/>
    public override JobType JobType => JobType.AutoML;

    /// <summary>What is learned.</summary>
    public AutoMlTaskType TaskType => Task;

    /// <summary>The data to learn from: a table described by an MLTable file.</summary>
    /// <value>Null, which is an error.</value>
    public DataInput? TrainingData { get; init; }

    /// <summary>The column that is predicted.</summary>
    /// <value>Null, which is an error but for <see cref="AutoMlTaskType.TextNER"/>.</value>
    public string? TargetColumnName { get; init; }

    /// <summary>The data that trials are scored on.</summary>
    /// <value>Null: a part of the training data.</value>
    public DataInput? ValidationData { get; init; }

    /// <summary>How much the job logs.</summary>
    /// <value><see cref="LogVerbosity.Info"/>.</value>
    public LogVerbosity LogVerbosity { get; init; } = LogVerbosity.Info;

    /// <summary>The software that trials run in.</summary>
    /// <value>Null: the service's own for the task.</value>
    public JobEnvironment? Environment { get; init; }

    /// <summary>Environment variables of the trials.</summary>
    public ValueMap<EnvironmentValue> EnvironmentVariables { get; init; } = ValueMap<EnvironmentValue>.Empty;

    /// <summary>What the job leaves behind; the best model is called <c>best_model</c>.</summary>
    public ValueMap<Output> Outputs { get; init; } = ValueMap<Output>.Empty;

    /// <summary>The machines.</summary>
    /// <value>Null: nodes of a size that the service chooses, one for each trial at a time.</value>
    public ResourceConfiguration? Resources { get; init; }

    /// <summary>The tier and the priority.</summary>
    /// <value>Null: Standard.</value>
    public QueueSettings? QueueSettings { get; init; }

    /// <summary>What is learned. Closes the hierarchy, too.</summary>
    internal abstract AutoMlTaskType Task { get; }

    internal override Job VisitParts(JobVisitor visitor) => (AutoMlJob)base.VisitParts(visitor) with
    {
        TrainingData = Visit(visitor, "taskDetails.trainingData", TrainingData),
        ValidationData = Visit(visitor, "taskDetails.validationData", ValidationData),
        Environment = JobVisitor.Maybe("environment", Environment, visitor.Environment),
        EnvironmentVariables = visitor.Variables("environmentVariables", EnvironmentVariables),
        Outputs = visitor.Outputs("outputs", Outputs),
        Resources = JobVisitor.Maybe("resources", Resources, visitor.Resources),
        QueueSettings = JobVisitor.Maybe("queueSettings", QueueSettings, visitor.Queue),
    };

    private protected static DataInput? Visit(JobVisitor visitor, string place, DataInput? data) =>
        data is null ? null : (DataInput)visitor.Input(place, data);
}
