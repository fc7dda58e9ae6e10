namespace ServerlessCompute;

/// <summary>
/// Whether a trigger fires at all between its start and its end, found out on its clock alone: neither the change to summer time nor what the
/// service ignores counts.
/// </summary>
internal static class FirstFiring
{
    /// <summary>After so many days every calendar has repeated itself, leap years included.</summary>
    private const int MostDays = 29 * 366;

    /// <summary>Whoever waits longer between two times knows what he does.</summary>
    private const int MostUnits = 300;

    /// <summary>Why the trigger never fires, as a sentence; null when it may.</summary>
    public static string? WhyNever(ScheduleTrigger trigger)
    {
        if (trigger is { StartTime: { } start, EndTime: { } end } && end < start)
        {
            return "The schedule ends before it starts.";
        }

        return trigger switch
        {
            CronTrigger cron => WhyNever(cron),
            RecurrenceTrigger recurrence => WhyNever(recurrence),
            _ => null,
        };
    }

    private static string? WhyNever(CronTrigger trigger)
    {
        if (trigger.Expression is not { } text || CronExpression.Parse(text, out _) is not { } cron)
        {
            return null;
        }

        if (!cron.NamesADayThatIs)
        {
            return "The calendar has no day that the expression names.";
        }

        return trigger is { StartTime: { } start, EndTime: { } end } && !Any(start, end, DaysFrom(start).Where(cron.NamesDay), [.. cron.Times])
            ? "Between start and end the expression names no time."
            : null;
    }

    private static string? WhyNever(RecurrenceTrigger trigger)
    {
        if (trigger is not { StartTime: { } start, Interval: >= 1 and <= MostUnits, Pattern: { Hours.Count: > 0, Minutes.Count: > 0 } pattern })
        {
            return null;
        }

        TimeSpan[] times = [.. from hour in pattern.Hours.Order() from minute in pattern.Minutes.Order() select new TimeSpan(hour, minute, 0)];
        IEnumerable<DateTime>? days =
            trigger.Frequency == RecurrenceFrequency.Day ? Steps(step => start.Date.AddDays(step * (double)trigger.Interval))
            : trigger.Frequency == RecurrenceFrequency.Week ? DaysFrom(start).Where(day => WeeksBetween(start, day) % trigger.Interval == 0 && IsOn(pattern, day, start))
            : trigger.Frequency == RecurrenceFrequency.Month ? DaysFrom(start).Where(day => MonthsBetween(start, day) % trigger.Interval == 0 && IsOn(pattern, day, start))
            : null;
        return days is null || Any(start, trigger.EndTime ?? DateTime.MaxValue, days, times) ? null
            : trigger.EndTime is null ? "No month that the schedule comes to has such a day."
            : "Between start and end there is no such time.";
    }

    private static bool IsOn(RecurrencePattern pattern, DateTime day, DateTime start) =>
        pattern is { WeekDays: not { Count: > 0 }, MonthDays: not { Count: > 0 } }
            ? day.DayOfWeek == start.DayOfWeek || day.Day == start.Day
            : pattern.WeekDays?.Contains(day.DayOfWeek.ToString()) == true || pattern.MonthDays?.Contains(day.Day) == true;

    private static int WeeksBetween(DateTime start, DateTime day) => (int)((day.Date - start.Date.AddDays(-(int)start.DayOfWeek)).TotalDays / 7);

    private static int MonthsBetween(DateTime start, DateTime day) => ((day.Year - start.Year) * 12) + day.Month - start.Month;

    private static bool Any(DateTime start, DateTime end, IEnumerable<DateTime> days, TimeSpan[] times) =>
        days.TakeWhile(day => day <= end).Any(day => times.Any(time => day + time >= start && day + time <= end));

    private static IEnumerable<DateTime> DaysFrom(DateTime start) => Steps(step => start.Date.AddDays(step));

    /// <summary>Days as long as the calendar goes on.</summary>
    private static IEnumerable<DateTime> Steps(Func<int, DateTime> day)
    {
        for (int step = 0; step < MostDays; step++)
        {
            DateTime next;
            try
            {
                next = day(step);
            }
            catch (ArgumentOutOfRangeException)
            {
                yield break;
            }

            yield return next;
        }
    }
}
