namespace ServerlessCompute;

/// <summary>
/// Fires every so many units from its start on. Minutes and hours are counted as they pass; days, weeks and months on the clock of the
/// zone, so that nine in the morning stays nine in the morning. Without a start it begins with its schedule, at once where it names no
/// times (documented).
/// </summary>
internal sealed class RecurrenceRule(RecurrencePlan pattern) : FireRule
{
    // A 31st every twelve months from February on never comes; after so many steps the search gives up.
    private const int MostSteps = 1000;

    protected override long? FindNext(long after, long created)
    {
        long origin = Start ?? created;

        // The first fire of all may be the origin itself.
        long floor = Start is null && after < created ? created - 1 : after;
        return pattern.Frequency is RecurrenceUnit.Minute or RecurrenceUnit.Hour ? Counted(origin, floor) : OnTheCalendar(origin, floor);
    }

    private long Counted(long origin, long after)
    {
        long step = pattern.Interval * (pattern.Frequency == RecurrenceUnit.Minute ? TimeSpan.TicksPerMinute : TimeSpan.TicksPerHour);
        return after < origin ? origin : origin + (((after - origin) / step) + 1) * step;
    }

    private long? OnTheCalendar(long origin, long after)
    {
        DateTime first = FireZone.ToLocal(Zone, origin);
        DateTime now = FireZone.ToLocal(Zone, Math.Max(after, origin));
        for (int step = Math.Max(0, Steps(first, now) - 1), tries = 0; tries < MostSteps; step++, tries++)
        {
            foreach (DateTime day in Days(first, step))
            {
                foreach (TimeSpan time in pattern.Times.Count > 0 ? pattern.Times : [first.TimeOfDay])
                {
                    long utc = FireZone.ToUtc(Zone, day + time);
                    if (utc > after && utc >= origin)
                    {
                        return utc;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>How many whole intervals lie between two days.</summary>
    private int Steps(DateTime first, DateTime now) => pattern.Frequency switch
    {
        RecurrenceUnit.Day => (now.Date - first.Date).Days / pattern.Interval,
        RecurrenceUnit.Week => (Monday(now) - Monday(first)).Days / 7 / pattern.Interval,
        _ => (((now.Year - first.Year) * 12) + now.Month - first.Month) / pattern.Interval,
    };

    /// <summary>The days of interval number <paramref name="step"/>, in their order.</summary>
    private IEnumerable<DateTime> Days(DateTime first, int step)
    {
        switch (pattern.Frequency)
        {
            case RecurrenceUnit.Day:
                return [first.Date.AddDays((long)step * pattern.Interval)];
            case RecurrenceUnit.Week:
                DateTime monday = Monday(first).AddDays(7L * step * pattern.Interval);
                return (pattern.WeekDays.Count > 0 ? pattern.WeekDays : [first.DayOfWeek]).Select(d => monday.AddDays(((int)d + 6) % 7)).Order();
            default:
                DateTime month = new DateTime(first.Year, first.Month, 1).AddMonths(step * pattern.Interval);
                return (pattern.MonthDays.Count > 0 ? pattern.MonthDays : [first.Day])
                    .Where(d => d <= DateTime.DaysInMonth(month.Year, month.Month))
                    .Select(d => month.AddDays(d - 1));
        }
    }

    private static DateTime Monday(DateTime day) => day.Date.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
