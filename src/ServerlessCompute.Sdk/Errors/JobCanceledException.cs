namespace ServerlessCompute;

/// <summary>A job that was waited for ended as Canceled: somebody cancelled it, or it reached its time limit.</summary>
public sealed class JobCanceledException : Exception
{
    /// <summary>Tells of a cancelled job.</summary>
    public JobCanceledException(JobResult result)
        : base(Describe(result)) => Result = result;

    /// <summary>How the job ended.</summary>
    public JobResult Result { get; }

    /// <summary>The job's name.</summary>
    public string JobName => Result.JobName;

    private static string Describe(JobResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Error is { } error
            ? $"Job '{result.JobName}' was cancelled: {error.Message}"
            : $"Job '{result.JobName}' was cancelled.";
    }
}
