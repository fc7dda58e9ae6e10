namespace ServerlessCompute;

/// <summary>How a job ended. Immutable; can be made in tests.</summary>
[TypeFormatterSource]
public sealed record JobResult
{
    /// <summary>The job's name.</summary>
    public required string JobName { get; init; }

    /// <summary>Completed, Failed or Canceled.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>When the job was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the command began; null when it never did.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the job ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>From start to end; null when the command never began.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>From the job's making to the start of its command, or to its end when it never began.</summary>
    public TimeSpan? WaitingDuration => (StartedAt ?? EndedAt) - CreatedAt;

    /// <summary>How much of the wait the job was queued, as this handle saw it while it watched or waited with a progress.</summary>
    /// <value>Null: nobody looked before the job began.</value>
    public TimeSpan? QueuedDuration { get; init; }

    /// <summary>How much of the wait its image was built and its machines were prepared, as this handle saw it while it watched or waited with a progress.</summary>
    /// <value>Null: nobody looked before the job began.</value>
    public TimeSpan? PreparingDuration { get; init; }

    /// <summary>What the job cost, with all that it started; asked for by <see cref="JobWaitOptions.Cost"/>.</summary>
    /// <value>Null: nobody asked.</value>
    public RunCost? Cost { get; init; }

    /// <summary>The VM size the job ran on; null when it never got machines.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The number of nodes the job ran on.</summary>
    public int? InstanceCount { get; init; }

    /// <summary>Why the job failed or was cancelled, where the service says so.</summary>
    public JobError? Error { get; init; }

    /// <summary>The last lines of the log of a job that failed.</summary>
    /// <value>Empty for a job that did not fail.</value>
    public ValueList<string> LogTail { get; init; } = ValueList<string>.Empty;

    /// <summary>Throws what a wait throws for such an end.</summary>
    internal void ThrowIfUnsuccessful(JobWaitOptions options)
    {
        if (options.ThrowOnFailure && Status == JobStatus.Failed)
        {
            throw QuotaException.IsQuotaCode(Error?.Code) ? new QuotaException(this) : new JobFailedException(this);
        }

        if (options.ThrowOnFailure && Status == JobStatus.Canceled)
        {
            throw new JobCanceledException(this);
        }
    }

    /// <summary>Status, duration and machines in a line.</summary>
    public override string ToString()
    {
        string machines = InstanceType is null ? "" : $" on {InstanceCount ?? 1} x {InstanceType}";
        string duration = Duration is { } time ? $" in {time:c}" : "";
        return $"{JobName}: {Status}{duration}{machines}";
    }
}
