using System.Text;

namespace ServerlessCompute;

/// <summary>Draws metrics over their steps: a small chart for each, or all of them in one.</summary>
internal static class MetricCurves
{
    private const int ChartsShown = 12;
    private const int ColoursOfTheirOwn = 8;
    private const int LinesShown = 100;
    private const int ChartWidth = 300;
    private const int ChartHeight = 190;

    public static SvgImage DrawApart(IReadOnlyList<MetricSeries> series)
    {
        var svg = new SvgWriter();
        int shown = Math.Min(series.Count, ChartsShown);
        int columns = Math.Clamp(shown, 1, 3);
        for (int i = 0; i < shown; i++)
        {
            double x = 12 + (i % columns * (ChartWidth + 8));
            double y = 8 + (i / columns * (ChartHeight + 8));
            string name = series[i].Name;
            string last = DisplayWords.Value(series[i].Last);
            svg.Text(x + 6, y + 18, name, "b", maximum: ChartWidth - SvgWriter.WidthOf(last) - 24).Text(x + ChartWidth - 8, y + 18, last, "m", "end");
            Draw(svg, [series[i]], x + 52, y + 30, ChartWidth - 64, ChartHeight - 58);
        }

        int rows = (shown + columns - 1) / columns;
        double height = 12 + (rows * (ChartHeight + 8)) + (series.Count > shown ? 20 : 0);
        _ = series.Count > shown ? svg.Text(18, height - 10, DisplayWords.More(series.Count - shown), "m") : svg;
        return svg.ToImage(DisplayWords.Plural(series.Count, "metric"), 24 + (columns * (ChartWidth + 8)), Math.Max(40, height));
    }

    public static SvgImage DrawTogether(IReadOnlyList<MetricSeries> series, string title)
    {
        const int Width = 560;
        const int Height = 300;
        const int Legend = 260;
        var svg = new SvgWriter();
        MetricSeries[] shown = [.. series.Take(LinesShown)];
        svg.Text(16, 26, title, "b");
        Draw(svg, shown, 68, 44, Width, Height);
        int named = Math.Min(shown.Length, ColoursOfTheirOwn);
        for (int i = 0; i < named; i++)
        {
            double y = 54 + (i * 22);
            svg.Line(68 + Width + 20, y, 68 + Width + 42, y, $"l l{i + 1}").Text(68 + Width + 50, y + 4, $"{shown[i].Name}  {DisplayWords.Value(shown[i].Last)}", "", maximum: Legend - 60);
        }

        if (series.Count > named)
        {
            string rest = series.Count > shown.Length ? $"… and {DisplayWords.Count(series.Count - named)} more, {shown.Length - named} of them drawn" : $"{DisplayWords.More(series.Count - named)}, dashed";
            svg.Text(68 + Width + 20, 58 + (named * 22), rest, "m", maximum: Legend - 20);
        }

        return svg.ToImage(title, 68 + Width + Legend, Height + 84);
    }

    private static void Draw(SvgWriter svg, MetricSeries[] series, double left, double top, double width, double height)
    {
        NumberScale across = NumberScale.Of(series.SelectMany(static one => one.Points).Select(static point => point.X), logarithmicFrom: double.PositiveInfinity);
        NumberScale up = NumberScale.Of(series.SelectMany(static one => one.Points).Select(static point => point.Y), logarithmicFrom: 1000);
        foreach ((double position, string label) in up.Ticks(4))
        {
            double y = top + (height * (1 - position));
            svg.Line(left, y, left + width, y, "grid").Text(left - 6, y + 4, label, "m", "end", 60);
        }

        // Steps are whole; a chart of one step has one.
        foreach ((double position, string label) in across.Ticks(4).Where(static tick => !tick.Label.Contains('.', StringComparison.Ordinal)))
        {
            svg.Text(left + (width * position), top + height + 16, label, "m", "middle");
        }

        svg.Line(left, top + height, left + width, top + height, "axis");
        for (int i = series.Length - 1; i >= 0; i--)
        {
            string look = i < ColoursOfTheirOwn ? $"l{i + 1}" : "q0";
            (double X, double Y)?[] points = [.. series[i].Points.Select(point => across.Position(point.X) is { } x && up.Position(point.Y) is { } y && double.IsFinite(point.Y) ? (left + (width * x), top + (height * (1 - y))) : ((double, double)?)null)];
            Draw(svg, points, look, $"{series[i].Name}: {DisplayWords.Plural(series[i].Count, "value")}, the last {DisplayWords.Value(series[i].Last)}");
        }
    }

    /// <summary>A line that is broken where there is no number; a point that has no neighbour is a dot.</summary>
    private static void Draw(SvgWriter svg, (double X, double Y)?[] points, string look, string hint)
    {
        svg.Begin(hint);
        var path = new StringBuilder();
        for (int i = 0; i < points.Length; i++)
        {
            if (points[i] is not { } at)
            {
                continue;
            }

            bool follows = i > 0 && points[i - 1] is not null;
            bool isFollowed = i + 1 < points.Length && points[i + 1] is not null;
            _ = follows ? path.To(at.X, at.Y) : isFollowed ? path.Move(at.X, at.Y) : path;
            _ = follows || isFollowed ? svg : svg.Dot(at.X, at.Y, 3, $"l {look}");
        }

        _ = path.Length > 0 ? svg.Path(path, $"l {look}") : svg;
        svg.End();
    }
}
