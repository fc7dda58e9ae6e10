namespace ServerlessCompute;

/// <summary>Draws how full limits are.</summary>
internal static class UsageBars
{
    private const int BarsShown = 40;
    private const int Row = 24;
    private const int NameWidth = 300;
    private const int BarWidth = 300;

    /// <summary>Those of which something is used, the fullest first and those without a limit last; and those of which something may be used.</summary>
    public static (ComputeUsage[] Used, ComputeUsage[] Free) Order(IEnumerable<ComputeUsage> usages)
    {
        ComputeUsage[] all = [.. usages];
        return (
            [.. all.Where(static usage => usage.Used > 0)
                .OrderByDescending(static usage => Share(usage) ?? -1)
                .ThenByDescending(static usage => usage.Used)
                .ThenBy(static usage => usage.Name, StringComparer.Ordinal)],
            [.. all.Where(static usage => usage is { Used: <= 0, Limit: null or > 0 })]);
    }

    /// <summary>How much of the limit is used; null where there is none.</summary>
    public static double? Share(ComputeUsage usage) => usage.Limit switch
    {
        null => null,
        0 => usage.Used > 0 ? 1 : 0,
        { } limit => (double)usage.Used / limit,
    };

    public static string Colour(ComputeUsage usage) => Share(usage) switch
    {
        null => "off",
        >= 1 => "bad",
        >= 0.8 => "wait",
        _ => "run",
    };

    public static SvgImage Draw(IEnumerable<ComputeUsage> all)
    {
        (ComputeUsage[] usages, ComputeUsage[] free) = Order(all);
        var svg = new SvgWriter();
        svg.Text(16, 26, "Quota", "b");
        int y = 44;
        foreach (ComputeUsage usage in usages.Take(BarsShown))
        {
            svg.Text(16, y + 13, usage.DisplayName ?? usage.Name, "", maximum: NameWidth - 24);
            svg.Box(NameWidth, y + 3, BarWidth, 12, "box", radius: 6);
            if (Share(usage) is > 0 and { } share)
            {
                svg.Box(NameWidth, y + 3, Math.Max(6, BarWidth * Math.Min(share, 1)), 12, Colour(usage), radius: 6);
            }

            string limit = usage.Limit is { } number ? $"of {DisplayWords.Count(number)}" : "no limit of its own";
            svg.Text(NameWidth + BarWidth + 12, y + 13, $"{DisplayWords.Count(usage.Used)} {limit}", "m");
            y += Row;
        }

        if (usages.Length > BarsShown)
        {
            svg.Text(16, y + 13, DisplayWords.More(usages.Length - BarsShown), "m");
            y += Row;
        }

        if (free.Length > 0)
        {
            svg.Text(16, y + 13, $"{DisplayWords.Plural(free.Length, "limit")} of which nothing is used", "m");
            y += Row;
        }

        return svg.ToImage($"Quota: {DisplayWords.Plural(usages.Length, "limit")} of which something is used", NameWidth + BarWidth + 160, y + 12);
    }
}
