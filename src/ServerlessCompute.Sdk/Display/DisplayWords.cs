using System.Globalization;

namespace ServerlessCompute;

/// <summary>How values stand in tables and pictures.</summary>
internal static class DisplayWords
{
    /// <summary>The rows of a table that are shown; the rest is counted.</summary>
    public const int RowsShown = 60;

    public static string More(long count) => $"… and {Count(count)} more";

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A measured value: four digits that mean something.</summary>
    public static string Value(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : NumberFormat.Format(value);

    public static string Money(decimal amount) => amount.ToString("#,0.00##", CultureInfo.InvariantCulture);

    /// <summary>A time as people say it: <c>1 h 05 min</c>, <c>3 min 20 s</c>, <c>0.4 s</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalDays} d {time.Hours:00} h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes:00} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s"),
    };

    public static string Of(JobStatus status) => status == default ? "-" : status.ToString();

    /// <summary>The colour of a status; the word always stands beside it.</summary>
    public static string Colour(JobStatus status) => status switch
    {
        _ when status == JobStatus.Completed => "ok",
        _ when status == JobStatus.Failed || status == JobStatus.NotResponding => "bad",
        _ when status == JobStatus.Canceled || status == JobStatus.CancelRequested || status == JobStatus.Paused || status == default => "off",
        _ when status == JobStatus.Running || status == JobStatus.Finalizing => "run",
        _ => "wait",
    };

    public static string Plural(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Count(count)} {noun}s";
}
