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

    /// <summary>Jobs that have all these tags with these values.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>Jobs that were made at this time or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Jobs that were made before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Jobs of somebody, by the name that the service shows.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Jobs with this text, in any case, in their name, display name, description or experiment.</summary>
    public string? Text { get; init; }

    /// <summary>The tag that the service is asked for.</summary>
    internal string? AskedTag => Tag ?? (Tags.Count > 0 ? Tags.Keys.First() : null);

    internal bool Matches(Job job) =>
        (Status.Value is null || job.Status == Status)
        && (ExperimentName is null || job.ExperimentName == ExperimentName)
        && Tags.All(tag => job.Tags.TryGetValue(tag.Key, out string? value) && value == tag.Value)
        && (CreatedFrom is null || job.SystemData?.CreatedAt >= CreatedFrom)
        && (CreatedBefore is null || job.SystemData?.CreatedAt < CreatedBefore)
        && (CreatedBy is null || string.Equals(job.SystemData?.CreatedBy, CreatedBy, StringComparison.OrdinalIgnoreCase))
        && (Text is not { } text || new[] { job.Name, job.DisplayName, job.Description, job.ExperimentName }.Any(said => said?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));
}
