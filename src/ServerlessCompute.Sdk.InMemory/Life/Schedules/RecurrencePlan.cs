using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a recurrence says: every so many minutes, hours, days, weeks or months, and at which times of those.</summary>
internal sealed class RecurrencePlan
{
    public RecurrenceUnit Frequency { get; private init; }

    public int Interval { get; private init; }

    /// <summary>The times of a day, in their order; empty when the recurrence has no schedule of its own.</summary>
    public IReadOnlyList<TimeSpan> Times { get; private init; } = [];

    public IReadOnlyList<DayOfWeek> WeekDays { get; private init; } = [];

    public IReadOnlyList<int> MonthDays { get; private init; } = [];

    public static RecurrencePlan? Read(ReadOnlySpan<byte> sent, out string? problem)
    {
        string word = JsonScan.Text(JsonScan.Value(sent, "frequency"u8)) ?? "";
        int interval = JsonScan.Int32(JsonScan.Value(sent, "interval"u8)) ?? 0;
        if (!Enum.TryParse(word, ignoreCase: true, out RecurrenceUnit frequency) || !Enum.IsDefined(frequency) || interval < 1)
        {
            problem = $"A recurrence is every so many minutes, hours, days, weeks or months, and this one is every {interval} of '{word}'.";
            return null;
        }

        ReadOnlySpan<byte> schedule = JsonScan.Value(sent, "schedule"u8);
        int[] hours = Numbers(JsonScan.Value(schedule, "hours"u8));
        int[] minutes = Numbers(JsonScan.Value(schedule, "minutes"u8));
        int[] days = Numbers(JsonScan.Value(schedule, "monthDays"u8));
        DayOfWeek?[] weekDays = [.. JsonScan.Texts(JsonScan.Value(schedule, "weekDays"u8)).Select(static d => Enum.TryParse(d, ignoreCase: true, out DayOfWeek day) ? (DayOfWeek?)day : null)];
        if (hours.Any(static h => h is < 0 or > 23) || minutes.Any(static m => m is < 0 or > 59) || days.Any(static d => d is < 1 or > 31) || weekDays.Contains(null))
        {
            problem = "The recurrence's schedule has hours from 0 to 23, minutes from 0 to 59, days of the month from 1 to 31 and days of the week by their English names.";
            return null;
        }

        problem = null;
        return new RecurrencePlan
        {
            Frequency = frequency,
            Interval = interval,
            Times = [.. hours.SelectMany(h => (minutes.Length > 0 ? minutes : [0]).Select(m => new TimeSpan(h, m, 0))).Distinct().Order()],
            WeekDays = [.. weekDays.OfType<DayOfWeek>().Distinct()],
            MonthDays = [.. days.Distinct().Order()],
        };
    }

    private static int[] Numbers(ReadOnlySpan<byte> list) =>
        JsonScan.IsNullOrAbsent(list) || list[0] != '[' ? [] : [.. JsonElement.Parse(list).EnumerateArray().Select(static n => n.TryGetInt32(out int number) ? number : -1)];
}
