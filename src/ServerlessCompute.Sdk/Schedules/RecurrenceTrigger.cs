namespace ServerlessCompute;

/// <summary>Fires every so many minutes, hours, days, weeks or months. Immutable.</summary>
public sealed record RecurrenceTrigger : ScheduleTrigger
{
    /// <summary>What is counted.</summary>
    /// <value>Unset, which is an error.</value>
    public RecurrenceFrequency Frequency { get; init; }

    /// <summary>How many of those lie between two times.</summary>
    /// <value>1.</value>
    public int Interval { get; init; } = 1;

    /// <summary>At which times of a day, and on which days, it fires.</summary>
    /// <value>Null: at the time of the start, and that many minutes, hours, days, weeks or months later.</value>
    public RecurrencePattern? Pattern { get; init; }

    internal override string Kind => "Recurrence";
}
