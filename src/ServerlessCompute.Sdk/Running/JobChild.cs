namespace ServerlessCompute;

/// <summary>
/// A job that another one started: a trial of a sweep, a step of a pipeline, a mini-batch of a step. As it was when it was asked for.
/// Immutable; can be made in tests.
/// </summary>
public sealed record JobChild
{
    /// <summary>The name of its run, by which it is watched and cancelled.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the job that started it.</summary>
    public required string ParentName { get; init; }

    /// <summary>A handle to it.</summary>
    public required JobRun Run { get; init; }

    /// <summary>Where it is in its life.</summary>
    public JobStatus Status { get; init; }

    /// <summary>The name shown in the studio.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The step's name in its pipeline.</summary>
    /// <value>Null for a child of another kind of job.</value>
    public string? StepName { get; init; }

    /// <summary>How far it is from the job that was asked: 1 for that job's own children.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its work began; null when it has not.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null when it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>From start to end; null before that.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>The VM size it runs on; null when it has no machines.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The number of nodes it runs on.</summary>
    public int? InstanceCount { get; init; }

    /// <summary>The tier of its machines, in the service's word for it (<c>Dedicated</c>, <c>LowPriority</c>); null when it does not say.</summary>
    public string? Tier { get; init; }

    /// <summary>Why it failed, where the service says so.</summary>
    public JobError? Error { get; init; }

    /// <summary>The run whose outputs it took over instead of running again; null for one that ran.</summary>
    public string? ReusedFrom { get; init; }

    /// <summary>Its tags; the service's own are among them.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>Its properties; the service's own are among them.</summary>
    public ValueMap<string> Properties { get; init; } = ValueMap<string>.Empty;

    /// <summary>Step or display name, status and duration in a line.</summary>
    public override string ToString()
    {
        string duration = ReusedFrom is not null ? ", reused" : Duration is { } time ? $" in {time:c}" : "";
        return $"{StepName ?? DisplayName ?? Name}: {Status}{duration}";
    }
}
