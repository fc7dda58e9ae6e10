using System.Collections.Concurrent;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>An api-version that a client asks for: a date, and whether it is a preview's.</summary>
internal sealed class ApiVersion
{
    private static readonly ConcurrentDictionary<string, ApiVersion> Known = new(StringComparer.Ordinal);

    private ApiVersion(string text, DateOnly date, bool isPreview)
    {
        Text = text;
        Date = date;
        IsPreview = isPreview;
        JobMembers = JobMemberTable.Of(this);
    }

    /// <summary>Stands for calls that carry none: the data plane's.</summary>
    public static ApiVersion Default { get; } = Parse("2024-04-01")!;

    public string Text { get; }

    public DateOnly Date { get; }

    public bool IsPreview { get; }

    /// <summary>What a job's answer has in this version beyond what every version has.</summary>
    public JobMembers JobMembers { get; }

    /// <summary>The version, or null for a text that is none.</summary>
    public static ApiVersion? Parse(string text)
    {
        if (Known.TryGetValue(text, out ApiVersion? known))
        {
            return known;
        }

        const string Suffix = "-preview";
        bool preview = text.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
        string date = preview ? text[..^Suffix.Length] : text;
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return null;
        }

        return Known.GetOrAdd(text, new ApiVersion(text, day, preview));
    }
}
