using System.Globalization;

namespace ServerlessCompute;

/// <summary>Marks on a line of time, at times that people count in.</summary>
internal static class TimeScale
{
    private const int MostSteps = 5;

    private static readonly int[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200];

    /// <summary>From zero on, at most six.</summary>
    public static IEnumerable<TimeSpan> Marks(TimeSpan span)
    {
        const int Day = 86400;
        int days = (int)Math.Ceiling(span.TotalDays / MostSteps);
        int step = Array.Find(Steps, seconds => span.TotalSeconds / seconds <= MostSteps) is > 0 and var seconds ? seconds : days * Day;
        for (long at = 0; at <= span.TotalSeconds; at += step)
        {
            yield return TimeSpan.FromSeconds(at);
        }
    }

    /// <summary>What stands at a mark: <c>0</c>, <c>20 s</c>, <c>45 min</c>, <c>1 h 30 min</c>, <c>2 d</c>.</summary>
    public static string Label(TimeSpan mark)
    {
        (int Count, string Unit)[] parts = [(mark.Days, "d"), (mark.Hours, "h"), (mark.Minutes, "min"), (mark.Seconds, "s")];
        string label = string.Join(' ', parts.Where(static part => part.Count > 0).Select(static part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Unit}")));
        return label.Length == 0 ? "0" : label;
    }
}
