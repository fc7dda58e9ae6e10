namespace ServerlessCompute;

/// <summary>A Scala or Java class in one of the jars. Immutable.</summary>
/// <remarks>The contract has it; the service's documentation knows Python files alone, so validation warns.</remarks>
public sealed record SparkClassEntry : SparkEntry
{
    /// <summary>The class's full name.</summary>
    public string ClassName { get; init; } = "";

    internal override string Kind => "SparkJobScalaEntry";
}
