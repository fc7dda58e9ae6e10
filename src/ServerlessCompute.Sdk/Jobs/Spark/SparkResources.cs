namespace ServerlessCompute;

/// <summary>The serverless machines of a Spark job. How many there are follows from the executors in its configuration. Immutable.</summary>
public sealed record SparkResources : JobPart
{
    /// <summary>The VM size of driver and executors, for example <c>standard_e4s_v3</c>.</summary>
    /// <value>Null, which is an error: the service chooses none for Spark.</value>
    public string? InstanceType { get; init; }

    /// <summary>Spark's version, for example <c>3.4</c>.</summary>
    /// <value>Null: the service takes <c>3.1</c>, which it runs no longer.</value>
    public string? RuntimeVersion { get; init; }
}
