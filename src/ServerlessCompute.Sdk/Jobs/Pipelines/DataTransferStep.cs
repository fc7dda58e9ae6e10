namespace ServerlessCompute;

/// <summary>A step that copies data, brings it in, or writes it elsewhere. Immutable.</summary>
public sealed record DataTransferStep : ComponentStep
{
    /// <inheritdoc/>
    public override string Kind => "data_transfer";

    /// <summary>What is done.</summary>
    /// <value><see cref="DataTransferTask.CopyData"/>.</value>
    public DataTransferTask Task { get; init; } = DataTransferTask.CopyData;

    /// <summary>What happens to files of one name when data is merged.</summary>
    public DataCopyMode DataCopyMode { get; init; }

    /// <summary>What is brought in.</summary>
    public ExternalData? Source { get; init; }

    /// <summary>Where data is written to.</summary>
    public ExternalData? Sink { get; init; }
}
