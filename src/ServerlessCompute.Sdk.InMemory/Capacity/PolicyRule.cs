namespace ServerlessCompute;

/// <summary>A policy as the scheduler reads it. An empty list allows everything.</summary>
internal sealed record PolicyRule(string Name)
{
    public IReadOnlyList<string> AllowedSizes { get; init; } = [];

    public IReadOnlyList<string> DeniedSizes { get; init; } = [];

    public IReadOnlyList<ComputeTier> AllowedTiers { get; init; } = [];

    public IReadOnlyList<string> AllowedRegions { get; init; } = [];

    public int? MaxNodeCount { get; init; }
}
