namespace ServerlessCompute;

/// <summary>
/// The times of a day at which a recurrence fires, every hour of it with every minute, and on which days. Immutable.
/// </summary>
public sealed record RecurrencePattern : JobPart
{
    /// <summary>Hours from 0 to 23.</summary>
    /// <value>Empty, which is an error.</value>
    public ValueList<int> Hours { get; init; } = ValueList<int>.Empty;

    /// <summary>Minutes from 0 to 59.</summary>
    /// <value>Empty, which is an error.</value>
    public ValueList<int> Minutes { get; init; } = ValueList<int>.Empty;

    /// <summary>Days of the week, for recurrences of weeks and months.</summary>
    /// <value>Empty: that of the start.</value>
    public ValueList<WeekDay> WeekDays { get; init; } = ValueList<WeekDay>.Empty;

    /// <summary>Days of the month from 1 to 31, for recurrences of months. A month that has no such day is left out.</summary>
    /// <value>Empty: that of the start.</value>
    public ValueList<int> MonthDays { get; init; } = ValueList<int>.Empty;

    /// <summary>Once a day, at this time.</summary>
    public static RecurrencePattern At(int hour, int minute = 0) => new() { Hours = [hour], Minutes = [minute] };

    /// <summary>On these days of the week.</summary>
    public RecurrencePattern On(params ReadOnlySpan<WeekDay> days) => this with { WeekDays = days.ToArray() };

    /// <summary>On these days of the month.</summary>
    public RecurrencePattern OnMonthDays(params ReadOnlySpan<int> days) => this with { MonthDays = days.ToArray() };
}
