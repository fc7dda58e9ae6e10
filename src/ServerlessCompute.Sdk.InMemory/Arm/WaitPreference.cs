using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a <c>Prefer</c> header asks for: to hold the request so many seconds of the service's clock, until the run changes or until it is over.</summary>
/// <param name="Time">How long at most.</param>
/// <param name="UntilTerminal">Whether only the end of the run counts.</param>
internal readonly record struct WaitPreference(TimeSpan Time, bool UntilTerminal)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>The wait that is asked for, or null.</summary>
    public static WaitPreference? Parse(string? prefer)
    {
        double? seconds = null;
        bool untilTerminal = false;
        foreach (string part in (prefer ?? "").Split([';', ','], StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("wait=", StringComparison.OrdinalIgnoreCase)
                && double.TryParse(part.AsSpan(5), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            {
                seconds = value;
            }

            untilTerminal |= part.Equals("until=terminal", StringComparison.OrdinalIgnoreCase);
        }

        return seconds is { } asked ? new WaitPreference(TimeSpan.FromSeconds(Math.Min(asked, Longest.TotalSeconds)), untilTerminal) : null;
    }

    /// <summary>The revision in an <c>If-None-Match</c> header, with or without quotation marks, or null.</summary>
    public static int? SeenRevision(string? ifNoneMatch) =>
        int.TryParse((ifNoneMatch ?? "").AsSpan().Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : null;
}
