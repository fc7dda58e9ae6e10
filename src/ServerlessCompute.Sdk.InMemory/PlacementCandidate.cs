namespace ServerlessCompute;

/// <summary>A VM size that was looked at for a job, and what was found.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PlacementCandidate
{
    /// <summary>The size's name.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The family whose quota it draws on.</summary>
    public required string Family { get; init; }

    /// <summary>The vCPUs that the job would use in all.</summary>
    public required int VirtualCpus { get; init; }

    /// <summary>Whether the size could be taken.</summary>
    public bool IsSuitable { get; init; }

    /// <summary>Whether quota is free for it at once; else the job would wait.</summary>
    public bool StartsNow { get; init; }

    /// <summary>Points from 0 to 1000, higher is better; 0 for a size that is not suitable.</summary>
    public int Score { get; init; }

    /// <summary>Why it is suitable or not, in a few words.</summary>
    public required string Verdict { get; init; }

    /// <summary>The size with its score and verdict.</summary>
    public override string ToString() => $"{InstanceType}: {Verdict}";
}
