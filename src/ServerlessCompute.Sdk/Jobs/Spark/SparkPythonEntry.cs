namespace ServerlessCompute;

/// <summary>A Python file. Immutable.</summary>
public sealed record SparkPythonEntry : SparkEntry
{
    /// <summary>The file's path within the code folder.</summary>
    public string File { get; init; } = "";

    internal override string Kind => "SparkJobPythonEntry";
}
