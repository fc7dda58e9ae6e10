namespace ServerlessCompute;

/// <summary>Every combination of values is tried; the search spaces are choices. Immutable.</summary>
public sealed record GridSampling : SamplingAlgorithm
{
    internal override string Kind => "Grid";
}
