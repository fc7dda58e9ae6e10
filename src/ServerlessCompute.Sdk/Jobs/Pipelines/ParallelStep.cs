namespace ServerlessCompute;

/// <summary>A step that runs a program on many small batches of data at once. Immutable.</summary>
/// <remarks>
/// Its component may be left out when the step says the task itself: it then is made a component when it is added to a pipeline, or read
/// with one.
/// </remarks>
public sealed record ParallelStep : ComponentStep
{
    /// <inheritdoc/>
    public override string Kind => "parallel";

    /// <summary>The program.</summary>
    /// <value>Null: what the component says.</value>
    public ParallelTask? Task { get; init; }

    /// <summary>The input that is cut into batches: <c>${{inputs.name}}</c>.</summary>
    /// <value>Null: what the component says.</value>
    public string? InputData { get; init; }

    /// <summary>How much goes into a batch: files, or bytes of a table.</summary>
    /// <value>Null: what the component says.</value>
    public long? MiniBatchSize { get; init; }

    /// <summary>The columns of a table by whose values it is cut into batches.</summary>
    /// <value>Empty: what the component says.</value>
    public ValueList<string> PartitionKeys { get; init; } = ValueList<string>.Empty;

    /// <summary>How many batches run at once on each node.</summary>
    /// <value>Null: what the component says.</value>
    public int? MaxConcurrencyPerInstance { get; init; }

    /// <summary>How many items may fail before the step does; -1 for any number.</summary>
    public int? ErrorThreshold { get; init; }

    /// <summary>How many batches may fail before the step does; -1 for any number.</summary>
    /// <value>Null: what the component says.</value>
    public int? MiniBatchErrorThreshold { get; init; }

    /// <summary>How often and how long a batch is tried.</summary>
    /// <value>Null: what the component says.</value>
    public ParallelRetrySettings? RetrySettings { get; init; }

    /// <summary>How much is logged.</summary>
    public ParallelLoggingLevel LoggingLevel { get; init; }

    /// <summary>The machines.</summary>
    /// <value>Null: what the component says.</value>
    public ResourceConfiguration? Resources { get; init; }

    /// <summary>Environment variables of the program.</summary>
    public ValueMap<EnvironmentValue> EnvironmentVariables { get; init; } = ValueMap<EnvironmentValue>.Empty;

    /// <summary>As whom the step runs.</summary>
    /// <value>Null: as the pipeline does.</value>
    public IdentityConfiguration? Identity { get; init; }

    internal override ComponentStep VisitOwn(string place, JobVisitor visitor)
    {
        ParallelTask? task = Task?.Visit($"{place}.task", visitor);
        ValueMap<EnvironmentValue> variables = visitor.Variables($"{place}.environment_variables", EnvironmentVariables);
        return ReferenceEquals(task, Task) && ReferenceEquals(variables, EnvironmentVariables) ? this : this with { Task = task, EnvironmentVariables = variables };
    }

    private protected override ComponentStep Inherit(Component definition) => definition is ParallelComponent parallel
        ? this with
        {
            Task = Task ?? parallel.Task,
            InputData = InputData ?? parallel.InputData,
            MiniBatchSize = MiniBatchSize ?? parallel.MiniBatchSize ?? 0,
            PartitionKeys = PartitionKeys.Count > 0 ? PartitionKeys : parallel.PartitionKeys,
            MaxConcurrencyPerInstance = MaxConcurrencyPerInstance ?? parallel.MaxConcurrencyPerInstance,
            MiniBatchErrorThreshold = MiniBatchErrorThreshold ?? parallel.MiniBatchErrorThreshold,
            RetrySettings = RetrySettings ?? parallel.RetrySettings,
            Resources = Resources ?? parallel.Resources,
        }
        : this;
}
