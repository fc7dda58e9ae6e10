namespace ServerlessCompute;

/// <summary>A job is made, as if somebody had submitted it. Immutable.</summary>
public sealed record CreateJobAction : ScheduleAction
{
    /// <summary>The job; of any kind. Its name does not count: each job that is made gets one of its own.</summary>
    /// <value>Null, which is an error.</value>
    public Job? Job { get; init; }

    internal override string Kind => "CreateJob";

    /// <summary>A pipeline job like one that the workspace has already.</summary>
    /// <param name="jobName">That job's name.</param>
    public static CreateJobAction LikeJob(string jobName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobName);
        return new CreateJobAction { Job = ScheduledJob.Like(jobName) };
    }
}
