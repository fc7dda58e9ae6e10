namespace ServerlessCompute;

/// <summary>What happens when a schedule fires. Immutable.</summary>
public abstract record ScheduleAction : JobPart
{
    private protected ScheduleAction()
    {
    }

    /// <summary>The contract's word for this kind. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }

    /// <summary>A job is made.</summary>
    public static implicit operator ScheduleAction(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new CreateJobAction { Job = job };
    }
}
