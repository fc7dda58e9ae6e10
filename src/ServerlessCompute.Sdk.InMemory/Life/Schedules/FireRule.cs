using System.Globalization;

namespace ServerlessCompute;

/// <summary>When a schedule fires.</summary>
internal abstract class FireRule
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd"];

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>UTC ticks; null when it starts with its schedule.</summary>
    public long? Start { get; init; }

    /// <summary>UTC ticks; null when it never ends.</summary>
    public long? End { get; init; }

    /// <summary>Reads a trigger that passed the contract; a problem is a sentence for the user.</summary>
    public static FireRule? Read(ReadOnlySpan<byte> sent, out string? problem)
    {
        string name = JsonScan.Text(JsonScan.Value(sent, "timeZone"u8)) is { Length: > 0 } given ? given : "UTC";
        if (FireZone.Find(name) is not { } zone)
        {
            problem = $"There is no time zone '{name}'. Use a Windows name such as 'Pacific Standard Time', or 'UTC'.";
            return null;
        }

        if (!TryTime(JsonScan.Text(JsonScan.Value(sent, "startTime"u8)), zone, out long? start, out problem)
            || !TryTime(JsonScan.Text(JsonScan.Value(sent, "endTime"u8)), zone, out long? end, out problem))
        {
            return null;
        }

        if (JsonScan.IsText(JsonScan.Value(sent, "triggerType"u8), "Cron"))
        {
            return CronText.Parse(JsonScan.Text(JsonScan.Value(sent, "expression"u8)) ?? "", out problem) is { } cron
                ? new CronRule(cron) { Zone = zone, Start = start, End = end }
                : null;
        }

        return RecurrencePlan.Read(sent, out problem) is { } pattern ? new RecurrenceRule(pattern) { Zone = zone, Start = start, End = end } : null;
    }

    /// <summary>The first time after <paramref name="after"/> at which it fires, in UTC ticks; null when it never does again.</summary>
    /// <param name="after">UTC ticks.</param>
    /// <param name="created">When its schedule was made, UTC ticks.</param>
    public long? Next(long after, long created)
    {
        long? next = FindNext(Start is { } start && start > after ? start - 1 : after, created);
        return next is { } time && (End is not { } end || time <= end) ? time : null;
    }

    protected abstract long? FindNext(long after, long created);

    private static bool TryTime(string? text, TimeZoneInfo zone, out long? time, out string? problem)
    {
        (time, problem) = (null, null);
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            time = FireZone.ToUtc(zone, local);
            return true;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
        {
            time = instant.UtcTicks;
            return true;
        }

        problem = $"'{text}' is not a time such as 2026-03-10 10:15:00.";
        return false;
    }
}
