namespace ServerlessCompute;

/// <summary>
/// A command on one or more nodes. Started with <see cref="ServerlessCompute.Command.Run"/> or an object initialiser; immutable.
/// </summary>
/// <example>
/// <code>
/// Input&lt;double&gt; learningRate = 0.01;
/// var job = Command.Run($"python train.py --lr {learningRate}")
///     .WithCode("./src")
///     .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest");
/// </code>
/// </example>
public sealed partial record CommandJob : Job
{
    private readonly CommandData _data = CommandData.Empty;

    /// <inheritdoc/>
    public override JobType JobType => JobType.Command;

    /// <summary>The command, run by bash in the code folder.</summary>
    /// <value>Empty, which is an error.</value>
    public CommandText Command
    {
        get => _data.Command;
        init => _data = new CommandData(value ?? CommandText.Empty, _data.Inputs, _data.Outputs);
    }

    /// <summary>The inputs that are not in the command's holes, by name.</summary>
    public ValueMap<Input> Inputs
    {
        get => _data.Inputs;
        init => _data = new CommandData(_data.Command, value, _data.Outputs);
    }

    /// <summary>The outputs that are not in the command's holes, by name.</summary>
    public ValueMap<Output> Outputs
    {
        get => _data.Outputs;
        init => _data = new CommandData(_data.Command, _data.Inputs, value);
    }

    /// <summary>All inputs, those of the command's holes and the others.</summary>
    public ValueMap<Input> AllInputs => _data.AllInputs;

    /// <summary>All outputs, those of the command's holes and the others.</summary>
    public ValueMap<Output> AllOutputs => _data.AllOutputs;

    /// <summary>The software the command runs in.</summary>
    /// <value>Null, which is an error.</value>
    public JobEnvironment? Environment { get; init; }

    /// <summary>The folder (or file) with the code, uploaded as a snapshot; or the id of a snapshot.</summary>
    public AssetPath? Code { get; init; }

    /// <summary>Environment variables of the command.</summary>
    public ValueMap<EnvironmentValue> EnvironmentVariables { get; init; } = ValueMap<EnvironmentValue>.Empty;

    /// <summary>The machines.</summary>
    /// <value>Null: one node of a size that the service chooses.</value>
    public ResourceConfiguration? Resources { get; init; }

    /// <summary>The tier and the priority.</summary>
    /// <value>Null: Standard.</value>
    public QueueSettings? QueueSettings { get; init; }

    /// <summary>How processes on several nodes find each other.</summary>
    /// <value>Null: the command runs once on each node.</value>
    public Distribution? Distribution { get; init; }

    /// <summary>When the job is ended.</summary>
    public CommandJobLimits? Limits { get; init; }

    internal override Job VisitParts(JobVisitor visitor)
    {
        var visited = (CommandJob)base.VisitParts(visitor) with
        {
            Code = JobVisitor.Maybe("code", Code, visitor.Code),
            Environment = JobVisitor.Maybe("environment", Environment, visitor.Environment),
            EnvironmentVariables = visitor.Variables("environmentVariables", EnvironmentVariables),
            Resources = JobVisitor.Maybe("resources", Resources, visitor.Resources),
            QueueSettings = JobVisitor.Maybe("queueSettings", QueueSettings, visitor.Queue),
            Distribution = JobVisitor.Maybe("distribution", Distribution, visitor.Distribution),
        };
        ValueMap<Input> inputs = visitor.Inputs("inputs", AllInputs);
        ValueMap<Output> outputs = visitor.Outputs("outputs", AllOutputs);

        // Inputs in the command's holes are what they are; as text with a map beside it, the command says the same and can be changed.
        return ReferenceEquals(inputs, AllInputs) && ReferenceEquals(outputs, AllOutputs)
            ? visited
            : visited with { Command = Command.Text, Inputs = inputs, Outputs = outputs };
    }
}
