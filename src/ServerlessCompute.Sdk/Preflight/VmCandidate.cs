namespace ServerlessCompute;

/// <summary>A VM size that was looked at. Immutable.</summary>
public sealed record VmCandidate
{
    /// <summary>The size.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Its family, whose quota it draws on.</summary>
    public required string Family { get; init; }

    /// <summary>The cores of all nodes together.</summary>
    public long VCpus { get; init; }

    /// <summary>Whether it could be taken.</summary>
    public bool IsSuitable { get; init; }

    /// <summary>Whether its quota is free now.</summary>
    public bool StartsNow { get; init; }

    /// <summary>Its points; the most points win.</summary>
    public int Score { get; init; }

    /// <summary>What was found.</summary>
    public required string Verdict { get; init; }

    /// <summary>Size and verdict.</summary>
    public override string ToString() => $"{InstanceType}: {Verdict}";
}
