namespace ServerlessCompute;

/// <summary>A run as MLflow sees it. For a job the engine makes one when it is asked; nothing of it is kept.</summary>
internal sealed record MlflowRun
{
    public required string RunId { get; init; }

    public required string ExperimentName { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>SCHEDULED, RUNNING, FINISHED, FAILED or KILLED; see <see cref="MlflowStatus.FromJob"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long StartTime { get; init; }

    public long? EndTime { get; init; }

    public string UserId { get; init; } = "";

    /// <summary>Whether the run is archived (MLflow: deleted).</summary>
    public bool Deleted { get; init; }

    /// <summary>The job's own tags; those logged through MLflow come on top.</summary>
    public IEnumerable<KeyValuePair<string, string>> Tags { get; init; } = [];
}
