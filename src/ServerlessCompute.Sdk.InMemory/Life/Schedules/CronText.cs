namespace ServerlessCompute;

/// <summary>
/// A cron expression as the service reads it: minutes, hours, days, months, days of the week. It takes days and months as <c>*</c>,
/// whatever they say (documented). A sixth field in front, the seconds, is read as well.
/// </summary>
internal sealed class CronText
{
    private static readonly string[] WeekDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _weekDays;

    private CronText(int second, CronField minutes, CronField hours, CronField weekDays)
    {
        Second = second;
        _minutes = minutes;
        _hours = hours;
        _weekDays = weekDays;
    }

    public int Second { get; }

    /// <summary>Whether it names hours: such a time comes once a day, even when the clock shows it twice or not at all.</summary>
    public bool NamesHours => !_hours.IsAny;

    public static CronText? Parse(string text, out string? problem)
    {
        string[] fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string[] five = fields.Length == 6 ? fields[1..] : fields;
        CronField? seconds = fields.Length == 6 ? CronField.Parse(fields[0], 0, 59) : null;
        problem = $"'{text}' is not a cron expression: minutes, hours, days, months and days of the week, such as '15 10 * * 1'.";
        if (five.Length != 5
            || (fields.Length == 6 && seconds is null)
            || CronField.Parse(five[0], 0, 59) is not { } minutes
            || CronField.Parse(five[1], 0, 23) is not { } hours
            || CronField.Parse(five[2], 1, 31) is null
            || CronField.Parse(five[3], 1, 12, Months) is null
            || CronField.Parse(five[4], 0, 6, WeekDays) is not { } weekDays)
        {
            return null;
        }

        problem = null;
        return new CronText(seconds is null ? 0 : Enumerable.Range(0, 60).First(s => seconds[s]), minutes, hours, weekDays);
    }

    /// <summary>Whether it names this minute of the clock.</summary>
    public bool Matches(DateTime local) => _minutes[local.Minute] && _hours[local.Hour] && _weekDays[(int)local.DayOfWeek];
}
