namespace ServerlessCompute;

/// <summary>Which jobs to list. What the service cannot filter is filtered here, while the pages come in. Immutable.</summary>
public sealed record JobFilter
{
    /// <summary>Jobs of this kind.</summary>
    /// <value>Unset: of every kind.</value>
    public JobType JobType { get; init; }

    /// <summary>Jobs that have this tag, whatever its value.</summary>
    public string? Tag { get; init; }

    /// <summary>Jobs in this status.</summary>
    /// <value>Unset: in every status.</value>
    public JobStatus Status { get; init; }

    /// <summary>Jobs of this experiment.</summary>
    public string? ExperimentName { get; init; }

    /// <summary>Whether archived jobs are listed, too.</summary>
    /// <value>False.</value>
    public bool IncludeArchived { get; init; }

    internal bool Matches(Job job) =>
        (Status.Value is null || job.Status == Status)
        && (ExperimentName is null || job.ExperimentName == ExperimentName);
}
