namespace ServerlessCompute;

/// <content>The verbs: each gives a changed copy. <c>With…</c> replaces a property, <c>Add…</c> adds to it.</content>
public sealed partial record CommandJob
{
    /// <summary>Replaces the command.</summary>
    public CommandJob WithCommand(CommandText command) => this with { Command = command };

    /// <summary>Names the code: a folder or file, or the id of a snapshot.</summary>
    public CommandJob WithCode(AssetPath? code) => this with { Code = code };

    /// <summary>
    /// Names the environment: <c>name:version</c>, <c>name@latest</c>, an <c>azureml://registries/…</c> address or a resource id.
    /// For an image use <see cref="WithImage"/>.
    /// </summary>
    public CommandJob WithEnvironment(JobEnvironment environment) => this with { Environment = environment };

    /// <summary>Runs in a container image.</summary>
    public CommandJob WithImage(string image) => this with { Environment = JobEnvironment.FromImage(image) };

    /// <summary>Runs in a container image on which a conda file is installed.</summary>
    public CommandJob WithConda(string image, AssetPath condaFile) => this with { Environment = JobEnvironment.FromConda(image, condaFile) };

    /// <summary>Runs in an image that is built from a folder with a Dockerfile.</summary>
    public CommandJob WithBuild(AssetPath context, string? dockerfilePath = null) =>
        this with { Environment = JobEnvironment.FromBuild(context, dockerfilePath) };

    /// <summary>Replaces the inputs that are not in the command's holes.</summary>
    public CommandJob WithInputs(ValueMap<Input> inputs) => this with { Inputs = inputs };

    /// <summary>Adds or replaces one input, to be referred to as <c>${{inputs.name}}</c>.</summary>
    public CommandJob WithInput(string name, Input input) => this with { Inputs = Inputs.With(name, input) };

    /// <summary>Replaces the outputs that are not in the command's holes.</summary>
    public CommandJob WithOutputs(ValueMap<Output> outputs) => this with { Outputs = outputs };

    /// <summary>Adds or replaces one output, to be referred to as <c>${{outputs.name}}</c>.</summary>
    public CommandJob WithOutput(string name, Output output) => this with { Outputs = Outputs.With(name, output) };

    /// <summary>Replaces the environment variables.</summary>
    public CommandJob WithEnvironmentVariables(ValueMap<EnvironmentValue> variables) => this with { EnvironmentVariables = variables };

    /// <summary>Adds or replaces one environment variable.</summary>
    public CommandJob AddEnvironmentVariable(string name, EnvironmentValue value) =>
        this with { EnvironmentVariables = EnvironmentVariables.With(name, value) };

    /// <summary>Replaces the machines asked for.</summary>
    public CommandJob WithResources(ResourceConfiguration? resources) => this with { Resources = resources };

    /// <summary>Asks for nodes of one VM size; other settings of the resources stay.</summary>
    public CommandJob WithResources(string instanceType, int instanceCount = 1) =>
        this with { Resources = (Resources ?? new()) with { InstanceType = instanceType, InstanceCount = instanceCount } };

    /// <summary>Replaces the queue settings.</summary>
    public CommandJob WithQueueSettings(QueueSettings? settings) => this with { QueueSettings = settings };

    /// <summary>Chooses the tier; the priority stays.</summary>
    public CommandJob WithQueueSettings(JobTier tier) => this with { QueueSettings = (QueueSettings ?? new()) with { JobTier = tier } };

    /// <summary>Chooses how processes find each other.</summary>
    public CommandJob WithDistribution(Distribution? distribution) => this with { Distribution = distribution };

    /// <summary>Replaces the limits.</summary>
    public CommandJob WithLimits(CommandJobLimits? limits) => this with { Limits = limits };

    /// <summary>Ends the job after that time; whole seconds.</summary>
    public CommandJob WithTimeout(TimeSpan timeout) => this with { Limits = (Limits ?? new()) with { Timeout = timeout } };
}
