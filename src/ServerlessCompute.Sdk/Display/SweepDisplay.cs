namespace ServerlessCompute;

/// <summary>The trials of a sweep as text, as HTML and as a picture.</summary>
public static class SweepDisplay
{
    private static readonly string[] _first = ["", "<Trial", "<Status", "Metric"];

    /// <summary>A row for each trial in the order given: status, metric, time and what was drawn for it. Rows beyond 60 are counted.</summary>
    public static string ToTable(this IEnumerable<TrialResult> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        TrialResult[] all = [.. trials];
        string[] names = Names(all);
        string table = TextTable.Write(
            [.. _first, .. names.Select(static name => Shown.Text(name)), "Took"],
            all.Take(DisplayWords.RowsShown).Select((trial, index) => (string[])[.. Row(trial, index, names).Select(static cell => Shown.Text(cell.Text))]));
        return all.Length > DisplayWords.RowsShown ? $"{table}{DisplayWords.More(all.Length - DisplayWords.RowsShown)}{Environment.NewLine}" : table;
    }

    /// <summary>The same as HTML, under the picture.</summary>
    /// <param name="trials">The trials, the best first.</param>
    /// <param name="metric">What the metric is called.</param>
    public static HtmlFragment ToHtml(this IEnumerable<TrialResult> trials, string metric = "metric")
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(metric);
        TrialResult[] all = [.. trials];
        string[] names = Names(all);
        HtmlWriter html = new HtmlWriter(DisplayWords.Plural(all.Length, "trial")).Heading(DisplayWords.Plural(all.Length, "trial"));
        if (Array.Find(all, static trial => trial.IsBest) is { Metric: { } best } winner)
        {
            html.Line($"Best {metric}: {DisplayWords.Value(best)} by {winner.Trial.Name}, {string.Join(", ", names.Select(name => $"{name} {Value(winner, name)}"))}", "best");
        }

        _ = all.Length > 0 ? html.Picture(ParallelCoordinates.Draw(all, metric, isTitled: false)) : html;
        return html.Table([.. _first, .. names, "Took"], all.Take(DisplayWords.RowsShown).Select((trial, index) => Row(trial, index, names)), all.Length).ToFragment();
    }

    /// <summary>
    /// Parallel coordinates: a line for each trial across its hyperparameters to the metric, the stronger the better, the best in a colour of
    /// its own. An axis is logarithmic when its largest value is a hundred times its smallest. Of more than 250 trials an even sample is drawn.
    /// </summary>
    /// <param name="trials">The trials, the best first.</param>
    /// <param name="metric">What the metric is called.</param>
    public static SvgImage ToSvg(this IEnumerable<TrialResult> trials, string metric = "metric")
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(metric);
        return ParallelCoordinates.Draw([.. trials], metric);
    }

    private static string[] Names(TrialResult[] trials) => [.. trials.SelectMany(static trial => trial.Parameters.Keys).Distinct(StringComparer.Ordinal).Take(ParallelCoordinates.AxesShown)];

    private static HtmlCell[] Row(TrialResult trial, int index, string[] names) =>
    [
        HtmlCell.Number(trial.IsBest ? "best" : DisplayWords.Count(index + 1), trial.IsBest ? "best" : "m"),
        trial.Trial.Name,
        HtmlCell.Status(trial.Trial.Status),
        HtmlCell.Number(trial.Metric is { } metric ? DisplayWords.Value(metric) : "-"),
        .. names.Select(name => HtmlCell.Number(Value(trial, name))),
        HtmlCell.Number(trial.Trial.Duration is { } time ? DisplayWords.Duration(time) : "-"),
    ];

    private static string Value(TrialResult trial, string name) => trial.Parameters.TryGetValue(name, out RawJson value) ? Number(SearchWords.Of(value)) : "-";

    private static string Number(string text) =>
        text.Length > 8 && double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double number) ? DisplayWords.Value(number) : text;
}
