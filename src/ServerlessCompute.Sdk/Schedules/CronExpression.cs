using System.Globalization;

namespace ServerlessCompute;

/// <summary>A cron expression as it is written: minutes, hours, days, months, days of the week; perhaps seconds before them. Immutable.</summary>
internal sealed class CronExpression
{
    private const string Any = "*";

    private static readonly string[] _months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] _weekDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private readonly SortedSet<int> _minutes;
    private readonly SortedSet<int> _hours;
    private readonly SortedSet<int> _days;
    private readonly SortedSet<int> _inMonths;
    private readonly SortedSet<int> _onWeekDays;

    private CronExpression(string[] fields, SortedSet<int>[] values, bool hasSeconds)
    {
        (_minutes, _hours, _days, _inMonths, _onWeekDays) = (values[0], values[1], values[2], values[3], values[4]);
        HasSeconds = hasSeconds;
        NamesDays = fields[2] != Any || fields[3] != Any;
    }

    /// <summary>Whether seconds stand before the five fields that the service documents.</summary>
    public bool HasSeconds { get; }

    /// <summary>Whether days of the month or months are named, which the service ignores.</summary>
    public bool NamesDays { get; }

    /// <summary>The times of a day, in their order.</summary>
    public IEnumerable<TimeSpan> Times => from hour in _hours from minute in _minutes select new TimeSpan(hour, minute, 0);

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="problem">What is wrong with it, as a sentence; null when nothing is.</param>
    public static CronExpression? Parse(string text, out string? problem)
    {
        string[] fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool hasSeconds = fields.Length == 6;
        if (fields.Length is < 5 or > 6)
        {
            problem = $"A cron expression has five parts, minutes, hours, days, months and days of the week, and this has {fields.Length}.";
            return null;
        }

        problem = null;
        if (hasSeconds)
        {
            _ = Read(fields[0], "seconds", 0, 59, [], ref problem);
            fields = fields[1..];
        }

        SortedSet<int>[] values =
        [
            Read(fields[0], "minutes", 0, 59, [], ref problem),
            Read(fields[1], "hours", 0, 23, [], ref problem),
            Read(fields[2], "days", 1, 31, [], ref problem),
            Read(fields[3], "months", 1, 12, _months, ref problem),
            Read(fields[4], "days of the week", 0, 6, _weekDays, ref problem),
        ];
        return problem is null ? new CronExpression(fields, values, hasSeconds) : null;
    }

    /// <summary>Whether the calendar has a day that the expression names.</summary>
    public bool NamesADayThatIs => _inMonths.Any(month => _days.Min <= DateTime.DaysInMonth(2024, month));

    /// <summary>Whether it fires on a day.</summary>
    public bool NamesDay(DateTime day) => _inMonths.Contains(day.Month) && _days.Contains(day.Day) && _onWeekDays.Contains((int)day.DayOfWeek);

    private static SortedSet<int> Read(string field, string what, int least, int most, string[] names, ref string? problem)
    {
        var values = new SortedSet<int>();
        foreach (string part in field.Split(','))
        {
            if (!TryRead(part, least, most, names, values))
            {
                problem ??= $"'{field}' names no {what}: they are numbers from {least} to {most}{(names.Length == 0 ? "" : " or English names")}, ranges such as {least}-{least + 2}, and steps such as */2.";
            }
        }

        return values;
    }

    private static bool TryRead(string part, int least, int most, string[] names, SortedSet<int> values)
    {
        string[] stepped = part.Split('/');
        string[] range = stepped[0].Split('-');
        int step = 1;
        if (stepped.Length > 2 || range.Length > 2 || (stepped.Length == 2 && (!TryNumber(stepped[1], out step) || step < 1)))
        {
            return false;
        }

        int? from = stepped[0] == Any ? least : Value(range[0], least, most, names);

        // A value with a step goes on to the end.
        int? to = stepped[0] == Any || (range.Length == 1 && stepped.Length == 2) ? most : Value(range[^1], least, most, names);
        if (from is null || to is null || from > to)
        {
            return false;
        }

        for (int value = from.Value; value <= to; value += step)
        {
            values.Add(value);
        }

        return true;
    }

    private static int? Value(string text, int least, int most, string[] names)
    {
        int named = text.Length < 3 ? -1 : Array.FindIndex(names, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? least + named : TryNumber(text, out int number) && number >= least && number <= most ? number : null;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
