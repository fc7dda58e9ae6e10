namespace ServerlessCompute;

/// <summary>Data that is copied, brought in or written elsewhere. Immutable.</summary>
public sealed record DataTransferComponent : Component
{
    /// <inheritdoc/>
    public override string Kind => "data_transfer";

    /// <summary>What is done.</summary>
    /// <value><see cref="DataTransferTask.CopyData"/>.</value>
    public DataTransferTask Task { get; init; } = DataTransferTask.CopyData;

    /// <summary>What happens to files of one name when data is merged.</summary>
    public DataCopyMode DataCopyMode { get; init; }

    /// <summary>The kind of system that data is brought in from.</summary>
    public ExternalData? Source { get; init; }

    /// <summary>The kind of system that data is written to.</summary>
    public ExternalData? Sink { get; init; }

    /// <inheritdoc/>
    public override DataTransferStep ToStep() => new() { Component = this, Task = Task, DataCopyMode = DataCopyMode };

    /// <inheritdoc cref="Component.WithInput"/>
    public new DataTransferStep WithInput(string name, Input input) => ToStep().WithInput(name, input);
}
