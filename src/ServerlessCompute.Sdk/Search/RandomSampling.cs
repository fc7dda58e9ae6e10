namespace ServerlessCompute;

/// <summary>Each trial is drawn by itself. Immutable.</summary>
public sealed record RandomSampling : SamplingAlgorithm
{
    /// <summary>How trials are spread.</summary>
    /// <value>Unset: the service draws pseudo-random numbers.</value>
    public RandomSamplingRule Rule { get; init; }

    /// <summary>Makes the draws repeat themselves.</summary>
    /// <value>Null: each sweep draws anew.</value>
    public int? Seed { get; init; }

    /// <summary>The base of logarithmic spaces: a number or <c>e</c> (known to preview versions of the contract only).</summary>
    /// <value>Null: <c>e</c>.</value>
    public string? Logbase { get; init; }

    internal override string Kind => "Random";
}
