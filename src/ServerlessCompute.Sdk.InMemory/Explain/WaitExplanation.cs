namespace ServerlessCompute;

/// <summary>Why a job of an <see cref="InMemoryServerless"/> does not run yet.</summary>
/// <remarks>Immutable and thread-safe. Of long lists of jobs only the first are named.</remarks>
public sealed record WaitExplanation
{
    /// <summary>What it waits for.</summary>
    public required WaitReason Reason { get; init; }

    /// <summary>The same in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The vCPUs that it needs at once; 0 where it is not vCPUs that it waits for.</summary>
    public long VirtualCpusNeeded { get; init; }

    /// <summary>The vCPUs that are free of what it waits for.</summary>
    public long VirtualCpusFree { get; init; }

    /// <summary>How many vCPUs there are in all of what it waits for.</summary>
    public long VirtualCpuLimit { get; init; }

    /// <summary>How many jobs stand before it in its line.</summary>
    public long JobsAhead { get; init; }

    /// <summary>Those jobs, the first of them.</summary>
    public ValueList<string> Ahead { get; init; } = [];

    /// <summary>The jobs that have what it waits for, those that have had it longest.</summary>
    public ValueList<string> Holding { get; init; } = [];
}
