namespace ServerlessCompute;

/// <summary>The job came to another status. The last event of a watch is the terminal one.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="Status">The status now.</param>
/// <param name="Error">Why the job failed, on the Failed event.</param>
public sealed record JobStatusChanged(string JobName, JobStatus Status, JobError? Error = null) : JobEvent(JobName)
{
    internal override string Describe() => Error is null ? $"{Status}" : $"{Status} ({Error.Code}): {Error.Message}";
}
