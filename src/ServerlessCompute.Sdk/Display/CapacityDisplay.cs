namespace ServerlessCompute;

/// <summary>Limits, what is used of them, and VM sizes as HTML and as a picture; <see cref="CapacityTables"/> has them as text.</summary>
public static class CapacityDisplay
{
    private static readonly string[] _usageColumns = ["<Of", "<Used", "Used", "Limit", "Left"];
    private static readonly string[] _quotaColumns = ["<Family", "<Of", "Limit"];
    private static readonly string[] _sizeColumns = ["<Size", "Cores", "GB", "GPUs", "Per hour", "As Spot"];

    /// <summary>A bar for each limit of which something is used, the fullest first; those that are free are folded away.</summary>
    public static HtmlFragment ToHtml(this IEnumerable<ComputeUsage> usages)
    {
        ArgumentNullException.ThrowIfNull(usages);
        (ComputeUsage[] used, ComputeUsage[] free) = UsageBars.Order(usages);
        HtmlWriter html = new HtmlWriter("Quota").Heading("Quota");
        _ = used.Length > 0 ? html.Table(_usageColumns, used.Select(Row), used.Length) : html.Line("Nothing is used.");
        _ = free.Length > 0 ? html.Folded($"{DisplayWords.Plural(free.Length, "limit")} of which nothing is used", rest => rest.Table(_usageColumns, free.Select(Row), free.Length)) : html;
        return html.ToFragment();
    }

    /// <summary>A bar for each limit of which something is used, the fullest first, forty at most. The others are counted.</summary>
    public static SvgImage ToSvg(this IEnumerable<ComputeUsage> usages)
    {
        ArgumentNullException.ThrowIfNull(usages);
        return UsageBars.Draw(usages);
    }

    /// <summary>A row for each limit.</summary>
    public static HtmlFragment ToHtml(this IEnumerable<ComputeQuota> quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        ComputeQuota[] all = [.. quotas];
        return new HtmlWriter("Limits").Heading("Limits").Table(_quotaColumns, all.Select(Row), all.Length).ToFragment();
    }

    /// <summary>A row for each size.</summary>
    public static HtmlFragment ToHtml(this IEnumerable<VmSizeInfo> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        VmSizeInfo[] all = [.. sizes];
        return new HtmlWriter("VM sizes").Heading("VM sizes").Table(_sizeColumns, all.Select(Row), all.Length).ToFragment();
    }

    private static HtmlCell[] Row(ComputeUsage usage) =>
    [
        usage.DisplayName ?? usage.Name,
        new HtmlCell("", Class: UsageBars.Colour(usage), Share: UsageBars.Share(usage)),
        HtmlCell.Number(DisplayWords.Count(usage.Used)),
        HtmlCell.Number(usage.Limit is { } limit ? DisplayWords.Count(limit) : "none"),
        HtmlCell.Number(usage.Left is { } left ? DisplayWords.Count(left) : "-"),
    ];

    private static HtmlCell[] Row(ComputeQuota quota) => [quota.DisplayName ?? quota.Family, quota.WorkspaceName ?? "subscription", HtmlCell.Number(DisplayWords.Count(quota.Limit))];

    private static HtmlCell[] Row(VmSizeInfo size) =>
    [
        size.Name,
        HtmlCell.Number(DisplayWords.Count(size.VCpus)),
        HtmlCell.Number(DisplayWords.Value(size.MemoryGB)),
        HtmlCell.Number(DisplayWords.Count(size.Gpus)),
        HtmlCell.Number(Price(size.PriceOf(JobTier.Standard))),
        HtmlCell.Number(size.IsLowPriorityCapable ? Price(size.PriceOf(JobTier.Spot)) : "-"),
    ];

    private static string Price(VmPrice? price) => price is null ? "-" : $"{DisplayWords.Money(price.PerHour)} {price.Currency}";
}
