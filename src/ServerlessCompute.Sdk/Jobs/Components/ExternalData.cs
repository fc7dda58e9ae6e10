namespace ServerlessCompute;

/// <summary>Data outside the workspace: in a database or in another file system. Immutable.</summary>
public sealed record ExternalData : JobPart
{
    /// <summary>The kind of system.</summary>
    public ExternalDataType Type { get; init; }

    /// <summary>The workspace's connection to it: <c>azureml:name</c>.</summary>
    public string? Connection { get; init; }

    /// <summary>What is asked of a database.</summary>
    public string? Query { get; init; }

    /// <summary>The table of a database that is written.</summary>
    public string? TableName { get; init; }

    /// <summary>The procedure that a database runs.</summary>
    public string? StoredProcedure { get; init; }

    /// <summary>The parameters of the procedure, each with <c>name</c>, <c>value</c> and <c>type</c>.</summary>
    public ValueList<RawJson> StoredProcedureParams { get; init; } = ValueList<RawJson>.Empty;

    /// <summary>The path in another file system.</summary>
    public string? Path { get; init; }
}
