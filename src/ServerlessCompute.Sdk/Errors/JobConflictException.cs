namespace ServerlessCompute;

/// <summary>
/// A job of that name exists already and is another job: nothing was submitted. Choose another name, or submit with no name.
/// </summary>
public sealed class JobConflictException : InvalidOperationException
{
    /// <summary>Says which job is there and what differs.</summary>
    /// <param name="jobName">The name that is taken.</param>
    /// <param name="differences">The members that differ, as paths of the REST body.</param>
    public JobConflictException(string jobName, IReadOnlyList<string> differences)
        : base($"There is a job '{jobName}' already, and it differs in {string.Join(", ", differences)}. Nothing was submitted: choose another name, or submit the job with no name.")
    {
        JobName = jobName;
        Differences = differences;
    }

    /// <summary>The name that is taken.</summary>
    public string JobName { get; }

    /// <summary>The members that differ, as paths of the REST body.</summary>
    public IReadOnlyList<string> Differences { get; }
}
