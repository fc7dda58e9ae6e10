namespace ServerlessCompute;

/// <summary>Fires at the times that a cron expression names. Immutable.</summary>
public sealed record CronTrigger : ScheduleTrigger
{
    /// <summary>
    /// Minutes, hours, days, months and days of the week, with blanks between them: <c>15 10 * * 1-5</c>. Each is a number, a name, a
    /// range, a list or <c>*</c>, with or without a step such as <c>*/15</c>. The service ignores days and months.
    /// </summary>
    /// <value>Empty, which is an error.</value>
    public string Expression { get; init; } = "";

    internal override string Kind => "Cron";
}
