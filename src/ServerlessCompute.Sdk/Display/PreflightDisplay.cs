using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a job would get, cost and wait for, as HTML. As text it is the report's own <c>ToString</c>.</summary>
public static class PreflightDisplay
{
    private const int NamesShown = 8;

    private static readonly string[] _columns = ["<Part", "<Size", "Nodes", "<Tier", "vCPUs", "Left", "<Starts", "Per hour", "At most"];
    private static readonly string[] _candidateColumns = ["<Size", "<Family", "vCPUs", "Points", "<Verdict"];

    /// <summary>A row for each part of the job, the sum, and what is worth knowing; the verdict on every size is folded away.</summary>
    public static HtmlFragment ToHtml(this PreflightReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Write(new HtmlWriter("Preflight").Heading("Before it is sent"), report).ToFragment();
    }

    internal static HtmlWriter Write(HtmlWriter html, PreflightReport report)
    {
        html.Line(Outlook(report), report.WouldFail ? "bad" : report.WouldQueue ? "wait" : "ok")
            .Table(_columns, report.Items.Select(Row), report.Items.Count)
            .Line(Cost(report));
        foreach (PreflightItem item in report.Items.Where(static item => item.QueueReason is not null).Take(DisplayWords.RowsShown))
        {
            html.Line($"{item.Name} waits: {item.QueueReason}", "wait");
        }

        // What holds for several parts is said once.
        PreflightFinding[] findings = [.. report.Findings.GroupBy(static finding => finding with { Item = "" }).Select(static same => same.Key with { Item = Names(same) })];
        foreach (PreflightFinding finding in findings.Take(DisplayWords.RowsShown))
        {
            html.Line(finding.ToString(), finding.Severity == JobDiagnosticSeverity.Error ? "bad" : "wait");
        }

        _ = findings.Length > DisplayWords.RowsShown ? html.Line(DisplayWords.More(findings.Length - DisplayWords.RowsShown), "m") : html;
        _ = report.Network is { } network ? html.Line(network, "m") : html;
        PreflightItem[] chosen = [.. report.Items.Where(static item => item.Choice.Candidates.Count > 0).DistinctBy(static item => item.Choice.Candidates).Take(3)];
        foreach (PreflightItem item in chosen)
        {
            html.Folded(
                $"{DisplayWords.Plural(item.Choice.Candidates.Count, "size")} looked at for {item.Name}",
                part => part.Table(_candidateColumns, item.Choice.Candidates.Select(Row), item.Choice.Candidates.Count));
        }

        return html;
    }

    private static string Names(IEnumerable<PreflightFinding> findings)
    {
        string[] names = [.. findings.Select(static finding => finding.Item).Where(static item => item.Length > 0)];
        return names.Length > NamesShown ? $"{string.Join(", ", names.Take(NamesShown))} and {DisplayWords.Count(names.Length - NamesShown)} more" : Shown.List(names);
    }

    private static string Outlook(PreflightReport report) =>
        report.WouldFail ? "It would fail." : report.WouldQueue ? "It would wait in part or as a whole." : "It would start now.";

    private static string Cost(PreflightReport report)
    {
        string hour = report.PricePerHour is { } price ? $"{DisplayWords.Money(price)} {report.Currency} an hour" : "No price is known for all of it";
        return $"{hour}, {(report.CostBound is { } most ? $"at most {DisplayWords.Money(most)} {report.Currency}" : "no bound for the whole: give it a time limit")}.";
    }

    private static HtmlCell[] Row(PreflightItem item)
    {
        bool isServerless = item.Compute is null;
        return
        [
            item.Name + (item.Times == 1 ? "" : item.Times is { } times ? string.Create(CultureInfo.InvariantCulture, $" x {times}, {item.AtOnce} at once") : " x ?"),
            item.Compute ?? item.Choice.Size?.Name ?? "none",
            HtmlCell.Number(DisplayWords.Count(item.Nodes)),
            isServerless ? item.Tier == JobTier.Spot ? "Spot" : "Standard" : "-",
            HtmlCell.Number(isServerless ? DisplayWords.Count(item.VCpus) : "-", item.VCpus > item.VCpusLeft ? "wait" : ""),
            HtmlCell.Number(item.VCpusLeft is { } left ? DisplayWords.Count(left) : "-"),
            !isServerless ? "-" : item.Choice.Size is null ? new HtmlCell("never", Class: "bad", IsBadge: true) : item.WouldQueue ? new HtmlCell("waits", Class: "wait", IsBadge: true) : new HtmlCell("now", Class: "ok", IsBadge: true),
            HtmlCell.Number(item.PricePerHour is { } price ? DisplayWords.Money(price) : "-"),
            HtmlCell.Number(item.CostBound is { } bound ? DisplayWords.Money(bound) : "-"),
        ];
    }

    private static HtmlCell[] Row(VmCandidate candidate) =>
    [
        candidate.InstanceType,
        candidate.Family,
        HtmlCell.Number(DisplayWords.Count(candidate.VCpus)),
        HtmlCell.Number(DisplayWords.Count(candidate.Score)),
        new HtmlCell(candidate.Verdict, Class: candidate.IsSuitable ? "" : "m"),
    ];
}
