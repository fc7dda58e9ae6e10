namespace ServerlessCompute;

/// <summary>When a schedule fires. Its times are those of one clock, so that they move with that clock's summer time. Immutable.</summary>
public abstract record ScheduleTrigger : JobPart
{
    private protected ScheduleTrigger()
    {
    }

    /// <summary>Before this time of the clock nothing fires; whole seconds.</summary>
    /// <value>Null: the time when the schedule is made.</value>
    public DateTime? StartTime { get; init; }

    /// <summary>After this time of the clock nothing fires; whole seconds.</summary>
    /// <value>Null: it goes on for ever.</value>
    public DateTime? EndTime { get; init; }

    /// <summary>
    /// The clock: a name of Windows, which the service takes, or of IANA, which is sent as the name of Windows for the same clock.
    /// </summary>
    /// <value><c>UTC</c>.</value>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The contract's word for this kind. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }
}
