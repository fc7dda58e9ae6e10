namespace ServerlessCompute;

/// <summary>Workers and parameter servers that find each other by <c>TF_CONFIG</c>. Immutable.</summary>
public sealed record TensorFlowDistribution : Distribution
{
    /// <summary>The number of workers.</summary>
    /// <value>Null: the number of nodes.</value>
    public int? WorkerCount { get; init; }

    /// <summary>The number of parameter servers.</summary>
    /// <value>0.</value>
    public int? ParameterServerCount { get; init; } = 0;

    internal override string Kind => "TensorFlow";
}
