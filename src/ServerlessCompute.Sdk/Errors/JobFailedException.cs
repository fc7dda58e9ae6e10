using System.Text;

namespace ServerlessCompute;

/// <summary>A job ended as Failed. The message has the service's error and the last lines of the log.</summary>
public class JobFailedException : Exception
{
    /// <summary>Tells of a failed job.</summary>
    public JobFailedException(JobResult result)
        : base(Describe(result)) => Result = result;

    /// <summary>How the job ended.</summary>
    public JobResult Result { get; }

    /// <summary>The job's name.</summary>
    public string JobName => Result.JobName;

    /// <summary>The service's code for the failure; null when it gave none.</summary>
    public string? ErrorCode => Result.Error?.Code;

    private static string Describe(JobResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder($"Job '{result.JobName}' failed");
        text.Append(result.Error is { } error ? $" ({error.Code}): {error.Message}" : ". The service gave no reason.");
        if (result.LogTail.Count > 0)
        {
            text.AppendLine().Append("The last lines of the log:");
            foreach (string line in result.LogTail)
            {
                text.AppendLine().Append("  ").Append(line);
            }
        }

        return text.ToString();
    }
}
