namespace ServerlessCompute;

/// <summary>A program that is run on many small batches of data at once. Immutable.</summary>
public sealed record ParallelComponent : Component
{
    /// <inheritdoc/>
    public override string Kind => "parallel";

    /// <summary>The program.</summary>
    /// <value>Null, which is an error.</value>
    public ParallelTask? Task { get; init; }

    /// <summary>The input that is cut into batches: <c>${{inputs.name}}</c>.</summary>
    public string? InputData { get; init; }

    /// <summary>How much goes into a batch: files, or bytes of a table.</summary>
    public long? MiniBatchSize { get; init; }

    /// <summary>The columns of a table by whose values it is cut into batches.</summary>
    public ValueList<string> PartitionKeys { get; init; } = ValueList<string>.Empty;

    /// <summary>How many batches run at once on each node.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? MaxConcurrencyPerInstance { get; init; }

    /// <summary>How many items may fail before the step does; -1 for any number.</summary>
    public int? ErrorThreshold { get; init; }

    /// <summary>How many batches may fail before the step does; -1 for any number.</summary>
    public int? MiniBatchErrorThreshold { get; init; }

    /// <summary>How often and how long a batch is tried.</summary>
    public ParallelRetrySettings? RetrySettings { get; init; }

    /// <summary>How much is logged.</summary>
    /// <value>Unset: the service takes INFO.</value>
    public ParallelLoggingLevel LoggingLevel { get; init; }

    /// <summary>The machines; a step may want others.</summary>
    public ResourceConfiguration? Resources { get; init; }

    /// <inheritdoc/>
    public override ParallelStep ToStep() => new() { Component = this };

    /// <inheritdoc cref="Component.WithInput"/>
    public new ParallelStep WithInput(string name, Input input) => ToStep().WithInput(name, input);

    internal override Component Visit(string place, JobVisitor visitor)
    {
        ParallelTask? task = Task?.Visit($"{place}.task", visitor);
        return ReferenceEquals(task, Task) ? this : this with { Task = task };
    }
}
