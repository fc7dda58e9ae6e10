namespace ServerlessCompute;

/// <summary>Something that happened to a job while it was watched. Printed, it is a line for people. Immutable.</summary>
public abstract record JobEvent
{
    private protected JobEvent(string jobName) => JobName = jobName;

    /// <summary>The job's name.</summary>
    public string JobName { get; }

    /// <summary>The event as a line of text.</summary>
    public sealed override string ToString() => Describe();

    /// <summary>Closes the hierarchy, and makes the line of text.</summary>
    internal abstract string Describe();
}
