namespace ServerlessCompute;

/// <summary>Metrics as text, as HTML and as curves: what <see cref="JobRun.GetMetricsAsync"/> gives, or one metric of several jobs by their names.</summary>
public static class MetricDisplay
{
    private static readonly string[] _columns = ["<Metric", "Values", "First", "Lowest", "Highest", "Last"];

    /// <summary>A row for each metric: how many values it has, the first, the lowest, the highest and the last. Rows beyond 60 are counted.</summary>
    public static string ToTable(this IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        KeyValuePair<string, ValueList<MetricPoint>>[] all = [.. metrics];
        string table = TextTable.Write(_columns, all.Take(DisplayWords.RowsShown).Select(static metric => (string[])[.. Row(metric).Select(static cell => Shown.Text(cell.Text))]));
        return all.Length > DisplayWords.RowsShown ? $"{table}{DisplayWords.More(all.Length - DisplayWords.RowsShown)}{Environment.NewLine}" : table;
    }

    /// <summary>The same as HTML, under the curves.</summary>
    public static HtmlFragment ToHtml(this IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        KeyValuePair<string, ValueList<MetricPoint>>[] all = [.. metrics];
        HtmlWriter html = new HtmlWriter(DisplayWords.Plural(all.Length, "metric")).Heading(DisplayWords.Plural(all.Length, "metric"));
        _ = all.Length > 0 ? html.Picture(all.ToSvg()) : html;
        return html.Table(_columns, all.Select(Row), all.Length).ToFragment();
    }

    /// <summary>A chart for each metric over its steps, twelve at most. Of many values as many are drawn as can be seen, the highest and lowest among them.</summary>
    public static SvgImage ToSvg(this IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return MetricCurves.DrawApart([.. metrics.Select(static metric => new MetricSeries(metric.Key, metric.Value))]);
    }

    /// <summary>All curves in one chart: one metric of the trials of a sweep. The first eight have colours and names, 92 more are thin lines.</summary>
    /// <param name="series">The curves, those that matter most first.</param>
    /// <param name="title">What the chart shows.</param>
    public static SvgImage ToOneChart(this IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> series, string title)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(title);
        return MetricCurves.DrawTogether([.. series.Select(static metric => new MetricSeries(metric.Key, metric.Value))], title);
    }

    private static HtmlCell[] Row(KeyValuePair<string, ValueList<MetricPoint>> metric)
    {
        ValueList<MetricPoint> points = metric.Value;
        double[] numbers = [.. points.Select(static point => point.Value).Where(static value => !double.IsNaN(value))];
        return
        [
            metric.Key,
            HtmlCell.Number(DisplayWords.Count(points.Count)),
            HtmlCell.Number(points.Count == 0 ? "-" : DisplayWords.Value(points[0].Value)),
            HtmlCell.Number(numbers.Length == 0 ? "-" : DisplayWords.Value(numbers.Min())),
            HtmlCell.Number(numbers.Length == 0 ? "-" : DisplayWords.Value(numbers.Max())),
            HtmlCell.Number(points.Count == 0 ? "-" : DisplayWords.Value(points[^1].Value)),
        ];
    }
}
