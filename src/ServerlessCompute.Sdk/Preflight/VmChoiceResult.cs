namespace ServerlessCompute;

/// <summary>Which VM size would be taken and why not the others. Immutable.</summary>
public sealed record VmChoiceResult
{
    /// <summary>The size.</summary>
    /// <value>Null: none, and <see cref="Refusal"/> says why.</value>
    public VmSizeInfo? Size { get; init; }

    /// <summary>Whether its quota is free now.</summary>
    public bool StartsNow { get; init; }

    /// <summary>Why there is no size.</summary>
    public string? Refusal { get; init; }

    /// <summary>What would help.</summary>
    public string? Advice { get; init; }

    /// <summary>All sizes that were looked at, the best first, each with its verdict.</summary>
    public ValueList<VmCandidate> Candidates { get; init; } = ValueList<VmCandidate>.Empty;
}
