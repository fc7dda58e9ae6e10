namespace ServerlessCompute;

/// <summary>One job of a recorded <see cref="Workload"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record WorkloadJob
{
    /// <summary>When it was sent, from the beginning of the record on.</summary>
    public required TimeSpan Arrival { get; init; }

    /// <summary>How long it ran.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The VM size that it named; <see langword="null"/> when the service chose.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The machines that it asked for.</summary>
    /// <value>1.</value>
    public int NodeCount { get; init; } = 1;

    /// <summary>Whether it asked for Spot machines.</summary>
    public bool IsSpot { get; init; }

    /// <summary>How often it saves what it has done: a job whose Spot machine is taken goes on from there when it runs again.</summary>
    /// <value><see langword="null"/>: it begins anew.</value>
    public TimeSpan? SaveEvery { get; init; }
}
