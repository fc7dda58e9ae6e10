namespace ServerlessCompute;

/// <summary>The service warns of something, or a log was gone before it could be read.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="Message">The warning.</param>
public sealed record JobWarning(string JobName, string Message) : JobEvent(JobName)
{
    internal override string Describe() => $"Warning: {Message}";
}
