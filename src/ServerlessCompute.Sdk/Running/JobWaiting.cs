namespace ServerlessCompute;

/// <summary>The job waits, and the service says why.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="Code">The service's word for the reason, for example <c>InsufficientAvailableNodes</c>.</param>
/// <param name="Message">The service's sentence.</param>
public sealed record JobWaiting(string JobName, string Code, string Message) : JobEvent(JobName)
{
    internal override string Describe() => $"Waiting: {Message}";
}
