namespace ServerlessCompute;

/// <summary>Writes a value for a notebook. .NET Interactive knows its members by their names.</summary>
/// <param name="mimeType">The form that it writes.</param>
internal sealed class NotebookFormatter(string mimeType)
{
    public const string Html = "text/html";
    public const string Text = "text/plain";

    /// <summary>The form that it writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value; false when it is of a kind that has no form of its own, which the notebook then shows as it shows everything.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        string? text = MimeType == Html ? ToHtml(instance)?.ToString() : ToText(instance);
        writer.Write(text);
        return text is not null;
    }

    private static HtmlFragment? ToHtml(object value) => value switch
    {
        HtmlFragment html => html,
        SvgImage picture => picture.ToHtml(),
        Job job => job.ToHtml(),
        JobRun run => run.ToHtml(),
        JobResult result => result.ToHtml(),
        JobTree tree => tree.ToHtml(),
        RunExplanation explanation => explanation.ToHtml(),
        PreflightReport report => report.ToHtml(),
        IEnumerable<TrialResult> trials => trials.ToHtml(),
        IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics => metrics.ToHtml(),
        IEnumerable<ComputeUsage> usages => usages.ToHtml(),
        IEnumerable<ComputeQuota> quotas => quotas.ToHtml(),
        IEnumerable<VmSizeInfo> sizes => sizes.ToHtml(),
        _ => null,
    };

    private static string? ToText(object value) => value switch
    {
        HtmlFragment html => html.Title,
        SvgImage picture => picture.Title,
        Job job => job.ToTable(),
        JobRun or JobResult or JobTree or RunExplanation or PreflightReport => value.ToString(),
        IEnumerable<TrialResult> trials => trials.ToTable(),
        IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics => metrics.ToTable(),
        IEnumerable<ComputeUsage> usages => usages.ToTable(),
        IEnumerable<ComputeQuota> quotas => quotas.ToTable(),
        IEnumerable<VmSizeInfo> sizes => sizes.ToTable(),
        _ => null,
    };
}
