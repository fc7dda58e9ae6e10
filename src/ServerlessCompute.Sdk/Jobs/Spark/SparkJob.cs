namespace ServerlessCompute;

/// <summary>
/// A Spark application, on serverless machines or on an attached pool. Started with <see cref="Spark.Run"/> or an object initialiser; immutable.
/// </summary>
/// <example>
/// <code>
/// var titanic = Input.UriFile("azureml://datastores/workspaceblobstore/paths/titanic.csv", InputMode.Direct);
/// var job = Spark.Run("titanic.py", $"--data {titanic}")
///     .WithCode("./src")
///     .WithResources("standard_e4s_v3", runtimeVersion: "3.4")
///     .WithDriver(cores: 1, memory: "2g")
///     .WithExecutors(instances: 2, cores: 2, memory: "2g");
/// </code>
/// </example>
public sealed partial record SparkJob : Job
{
    private readonly CommandData _data = CommandData.Empty;

    /// <inheritdoc/>
    public override JobType JobType => JobType.Spark;

    /// <summary>Where the application begins.</summary>
    /// <value>Null, which is an error.</value>
    public SparkEntry? Entry { get; init; }

    /// <summary>The folder with the code, uploaded as a snapshot; or the id of a snapshot.</summary>
    /// <value>Null, which is an error.</value>
    public AssetPath? Code { get; init; }

    /// <summary>The arguments of the application; its holes name inputs and outputs.</summary>
    /// <value>Empty: none.</value>
    public CommandText Args
    {
        get => _data.Command;
        init => _data = new CommandData(value ?? CommandText.Empty, _data.Inputs, _data.Outputs);
    }

    /// <summary>The inputs that are not in the arguments' holes, by name.</summary>
    public ValueMap<Input> Inputs
    {
        get => _data.Inputs;
        init => _data = new CommandData(_data.Command, value, _data.Outputs);
    }

    /// <summary>The outputs that are not in the arguments' holes, by name.</summary>
    public ValueMap<Output> Outputs
    {
        get => _data.Outputs;
        init => _data = new CommandData(_data.Command, _data.Inputs, value);
    }

    /// <summary>All inputs, those of the arguments' holes and the others.</summary>
    public ValueMap<Input> AllInputs => _data.AllInputs;

    /// <summary>All outputs, those of the arguments' holes and the others.</summary>
    public ValueMap<Output> AllOutputs => _data.AllOutputs;

    /// <summary>Spark's settings; <see cref="SparkConf"/> has the names of those that say how large the job is.</summary>
    public ValueMap<SparkSetting> Conf { get; init; } = ValueMap<SparkSetting>.Empty;

    /// <summary>Python files and archives for the workers, by their paths within the code folder.</summary>
    public ValueList<string> PyFiles { get; init; } = ValueList<string>.Empty;

    /// <summary>Jars for driver and workers, by their paths within the code folder.</summary>
    public ValueList<string> Jars { get; init; } = ValueList<string>.Empty;

    /// <summary>Files for the workers' folders, by their paths within the code folder.</summary>
    public ValueList<string> Files { get; init; } = ValueList<string>.Empty;

    /// <summary>Archives that are unpacked in the workers' folders, by their paths within the code folder.</summary>
    public ValueList<string> Archives { get; init; } = ValueList<string>.Empty;

    /// <summary>Python packages for the application, beyond those of the runtime: an environment with a conda file.</summary>
    /// <value>Null: the runtime's own.</value>
    public JobEnvironment? Environment { get; init; }

    /// <summary>Environment variables of the application.</summary>
    public ValueMap<EnvironmentValue> EnvironmentVariables { get; init; } = ValueMap<EnvironmentValue>.Empty;

    /// <summary>The serverless machines.</summary>
    /// <value>Null: <see cref="Job.Compute"/> names an attached pool.</value>
    public SparkResources? Resources { get; init; }

    /// <summary>The tier and the priority.</summary>
    /// <value>Null: Standard.</value>
    public QueueSettings? QueueSettings { get; init; }

    /// <summary>
    /// As whom Spark runs when the job does not say it: on serverless machines as the submitter, on an attached pool as the workspace's
    /// managed identity. Without an identity the service would take a token that Spark cannot read data with.
    /// </summary>
    internal static IdentityConfiguration DefaultIdentity(string? compute, SparkResources? resources) =>
        resources is not null || compute is null ? new UserIdentityConfiguration() : new ManagedIdentityConfiguration();

    internal override Job VisitParts(JobVisitor visitor)
    {
        var visited = (SparkJob)base.VisitParts(visitor) with
        {
            Identity = visitor.Settle("identity", Identity, identity => identity ?? DefaultIdentity(Compute, Resources)),
            Conf = visitor.Settle("conf", Conf, SparkConf.Settled),
            Code = JobVisitor.Maybe("code", Code, visitor.Code),
            Environment = JobVisitor.Maybe("environment", Environment, visitor.Environment),
            EnvironmentVariables = visitor.Variables("environmentVariables", EnvironmentVariables),
            QueueSettings = JobVisitor.Maybe("queueSettings", QueueSettings, visitor.Queue),
        };
        if (Entry is SparkPythonEntry { File: var file } && visited.Code is { } code)
        {
            visitor.CodeFile("entry.file", code, file);
        }

        ValueMap<Input> inputs = visitor.Inputs("inputs", AllInputs);
        ValueMap<Output> outputs = visitor.Outputs("outputs", AllOutputs);
        return ReferenceEquals(inputs, AllInputs) && ReferenceEquals(outputs, AllOutputs)
            ? visited
            : visited with { Args = Args.Text, Inputs = inputs, Outputs = outputs };
    }
}
