namespace ServerlessCompute;

/// <content>The verbs: each gives a changed copy. <c>With…</c> replaces a property, <c>Add…</c> adds to it.</content>
public sealed partial record SparkJob
{
    /// <summary>Replaces the entry; a text is the path of a Python file within the code folder.</summary>
    public SparkJob WithEntry(SparkEntry? entry) => this with { Entry = entry };

    /// <summary>Uploads a folder as the application's code, or takes a snapshot by its id.</summary>
    public SparkJob WithCode(AssetPath? code) => this with { Code = code };

    /// <summary>Replaces the arguments.</summary>
    public SparkJob WithArgs(CommandText args) => this with { Args = args };

    /// <summary>Replaces the inputs that are not in the arguments' holes.</summary>
    public SparkJob WithInputs(ValueMap<Input> inputs) => this with { Inputs = inputs };

    /// <summary>Adds or replaces one input, to be referred to as <c>${{inputs.name}}</c>.</summary>
    public SparkJob WithInput(string name, Input input) => this with { Inputs = Inputs.With(name, input) };

    /// <summary>Replaces the outputs that are not in the arguments' holes.</summary>
    public SparkJob WithOutputs(ValueMap<Output> outputs) => this with { Outputs = outputs };

    /// <summary>Adds or replaces one output, to be referred to as <c>${{outputs.name}}</c>.</summary>
    public SparkJob WithOutput(string name, Output output) => this with { Outputs = Outputs.With(name, output) };

    /// <summary>Replaces all of Spark's settings.</summary>
    public SparkJob WithConf(ValueMap<SparkSetting> conf) => this with { Conf = conf };

    /// <summary>Adds or replaces one of Spark's settings.</summary>
    public SparkJob AddConf(string name, SparkSetting value) => this with { Conf = Conf.With(name, value) };

    /// <summary>Sets the size of the driver.</summary>
    /// <param name="cores">Its cores.</param>
    /// <param name="memory">Its memory, a whole number and a unit: <c>2g</c>.</param>
    public SparkJob WithDriver(int cores, string memory) =>
        AddConf(SparkConf.DriverCores, cores).AddConf(SparkConf.DriverMemory, memory);

    /// <summary>Sets the size of each executor, and leaves their number as it is.</summary>
    /// <param name="cores">The cores of each.</param>
    /// <param name="memory">The memory of each, a whole number and a unit: <c>2g</c>.</param>
    public SparkJob WithExecutors(int cores, string memory) =>
        AddConf(SparkConf.ExecutorCores, cores).AddConf(SparkConf.ExecutorMemory, memory);

    /// <summary>Sets the number and the size of the executors.</summary>
    /// <param name="instances">How many; with dynamic allocation, how many at the start.</param>
    /// <param name="cores">The cores of each.</param>
    /// <param name="memory">The memory of each, a whole number and a unit: <c>2g</c>.</param>
    public SparkJob WithExecutors(int instances, int cores, string memory) =>
        WithExecutors(cores, memory).AddConf(SparkConf.ExecutorInstances, instances);

    /// <summary>Lets the number of executors follow the work.</summary>
    /// <param name="minExecutors">The fewest, and the number at the start unless the job says another.</param>
    /// <param name="maxExecutors">The most.</param>
    public SparkJob WithDynamicAllocation(int minExecutors, int maxExecutors) =>
        AddConf(SparkConf.DynamicAllocationEnabled, true)
            .AddConf(SparkConf.DynamicAllocationMinExecutors, minExecutors)
            .AddConf(SparkConf.DynamicAllocationMaxExecutors, maxExecutors);

    /// <summary>Replaces the Python files and archives for the workers.</summary>
    public SparkJob WithPyFiles(ValueList<string> files) => this with { PyFiles = files };

    /// <summary>Replaces the jars.</summary>
    public SparkJob WithJars(ValueList<string> jars) => this with { Jars = jars };

    /// <summary>Replaces the files for the workers' folders.</summary>
    public SparkJob WithFiles(ValueList<string> files) => this with { Files = files };

    /// <summary>Replaces the archives.</summary>
    public SparkJob WithArchives(ValueList<string> archives) => this with { Archives = archives };

    /// <summary>Adds Python packages beyond those of the runtime; null takes the runtime's own.</summary>
    public SparkJob WithEnvironment(JobEnvironment? environment) => this with { Environment = environment };

    /// <summary>Replaces the environment variables.</summary>
    public SparkJob WithEnvironmentVariables(ValueMap<EnvironmentValue> variables) => this with { EnvironmentVariables = variables };

    /// <summary>Adds or replaces one environment variable.</summary>
    public SparkJob AddEnvironmentVariable(string name, EnvironmentValue value) =>
        this with { EnvironmentVariables = EnvironmentVariables.With(name, value) };

    /// <summary>Replaces the serverless machines; null for a job on an attached pool.</summary>
    public SparkJob WithResources(SparkResources? resources) => this with { Resources = resources };

    /// <summary>Asks for serverless machines.</summary>
    /// <param name="instanceType">The VM size, for example <c>standard_e4s_v3</c>.</param>
    /// <param name="runtimeVersion">Spark's version, for example <c>3.4</c>.</param>
    public SparkJob WithResources(string instanceType, string runtimeVersion) =>
        this with { Resources = (Resources ?? new()) with { InstanceType = instanceType, RuntimeVersion = runtimeVersion } };

    /// <summary>Replaces the queue settings.</summary>
    public SparkJob WithQueueSettings(QueueSettings? settings) => this with { QueueSettings = settings };

    /// <summary>Chooses the tier; the priority stays.</summary>
    public SparkJob WithQueueSettings(JobTier tier) => this with { QueueSettings = (QueueSettings ?? new()) with { JobTier = tier } };
}
