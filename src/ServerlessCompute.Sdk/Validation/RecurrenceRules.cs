using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>A recurrence: what is counted, how far, and at which times.</summary>
internal static class RecurrenceRules
{
    private const string Place = nameof(Schedule.Trigger);
    private const string Pattern = $"{Place}.{nameof(RecurrenceTrigger.Pattern)}";

    public static void Check(RecurrenceTrigger trigger, JobReport report)
    {
        if (!trigger.Frequency.IsKnown)
        {
            report.Add(
                FrequencyUnknown,
                $"{Place}.{nameof(RecurrenceTrigger.Frequency)}",
                trigger.Frequency.Value is { } word ? $"The frequency {Shown.Value(word)} is not known.{report.DidYouMean(word, OpenEnum.Known<RecurrenceFrequency>())}" : "The recurrence does not say what it counts.",
                $"Use one of {Shown.List(OpenEnum.Known<RecurrenceFrequency>())}.");
        }

        if (trigger.Interval < 1)
        {
            report.Add(IntervalRange, $"{Place}.{nameof(RecurrenceTrigger.Interval)}", $"The interval is {trigger.Interval}.", "Give 1 or more.");
        }

        if (trigger.Pattern is { } pattern)
        {
            CheckPattern(pattern, trigger.Frequency, report);
        }
    }

    private static void CheckPattern(RecurrencePattern pattern, RecurrenceFrequency frequency, JobReport report)
    {
        CheckNumbers(pattern.Hours, nameof(RecurrencePattern.Hours), 0, 23, report);
        CheckNumbers(pattern.Minutes, nameof(RecurrencePattern.Minutes), 0, 59, report);
        CheckNumbers(pattern.MonthDays, nameof(RecurrencePattern.MonthDays), 1, 31, report);
        foreach ((WeekDay day, string path) in report.Items(pattern.WeekDays, $"{Pattern}.{nameof(RecurrencePattern.WeekDays)}"))
        {
            if (!day.IsKnown)
            {
                report.Add(PatternRange, path, $"{Shown.Value(day.Value ?? "")} is no day of the week.{report.DidYouMean(day.Value ?? "", OpenEnum.Known<WeekDay>())}", "Use WeekDay.Monday to WeekDay.Sunday.");
            }
        }

        bool hasHours = pattern.Hours is { Count: > 0 }, hasMinutes = pattern.Minutes is { Count: > 0 };
        bool hasWeekDays = pattern.WeekDays is { Count: > 0 }, hasMonthDays = pattern.MonthDays is { Count: > 0 };
        if (hasHours != hasMinutes || (!hasHours && (hasWeekDays || hasMonthDays)))
        {
            report.Add(PatternTimesMissing, Pattern, "The pattern has no hours or no minutes, and the service wants both.", "Write RecurrencePattern.At(9, 0), and the days behind it.");
        }

        string? unfit = !frequency.IsKnown || !(hasHours || hasMinutes) ? null
            : frequency == RecurrenceFrequency.Minute || frequency == RecurrenceFrequency.Hour ? $"A recurrence of {frequency}s has no pattern."
            : hasMonthDays && frequency != RecurrenceFrequency.Month ? $"A recurrence of {frequency}s has no days of the month."
            : hasWeekDays && frequency == RecurrenceFrequency.Day ? "A recurrence of Days has no days of the week."
            : null;
        if (unfit is not null)
        {
            report.Add(PatternUnfit, Pattern, unfit, "Documented are hours and minutes for days, days of the week beside them for weeks, and days of the month for months.");
        }
    }

    private static void CheckNumbers(ValueList<int>? numbers, string name, int least, int most, JobReport report)
    {
        foreach ((int number, string path) in report.Items(numbers, $"{Pattern}.{name}"))
        {
            if (number < least || number > most)
            {
                report.Add(PatternRange, path, $"{number} is not from {least} to {most}.", $"Give numbers from {least} to {most}.");
            }
        }
    }
}
