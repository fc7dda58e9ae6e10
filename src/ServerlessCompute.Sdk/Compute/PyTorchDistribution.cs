namespace ServerlessCompute;

/// <summary>One process per rank, with the variables of PyTorch's <c>env://</c> start. Immutable.</summary>
public sealed record PyTorchDistribution : Distribution
{
    /// <summary>Processes on each node; usually the number of its GPUs.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? ProcessCountPerInstance { get; init; }

    internal override string Kind => "PyTorch";
}
