namespace ServerlessCompute;

/// <summary>Trials are drawn where earlier ones promise most; the search spaces are choices, uniform or quniform. Immutable.</summary>
public sealed record BayesianSampling : SamplingAlgorithm
{
    internal override string Kind => "Bayesian";
}
