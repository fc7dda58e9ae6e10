using System.Globalization;
using System.Net;
using System.Text;

namespace ServerlessCompute;

/// <summary>Draws bars with their ranges: how long jobs wait, and what they cost.</summary>
internal static class ForecastChart
{
    private const int LabelWidth = 250;
    private const int BarWidth = 260;
    private const int Gap = 110;
    private const int RowHeight = 26;
    private const int Top = 44;

    public static string Draw(IReadOnlyList<(string Name, FamilyForecast Row)> rows)
    {
        int width = LabelWidth + (2 * (BarWidth + Gap));
        int height = Top + (RowHeight * rows.Count) + 12;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
        DrawColumn(svg, LabelWidth, "95 % of jobs wait at most, minutes", "#3b6ea5", [.. rows.Select(static r => r.Row.P95Wait)]);
        DrawColumn(svg, LabelWidth + BarWidth + Gap, "cost, US dollars", "#c07a2c", [.. rows.Select(static r => r.Row.Cost)]);
        for (int i = 0; i < rows.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 10}\" y=\"{Middle(i) + 4}\" text-anchor=\"end\" fill=\"#222222\">{WebUtility.HtmlEncode(rows[i].Name)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawColumn(StringBuilder svg, int left, string title, string colour, IReadOnlyList<ForecastRange> values)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left}\" y=\"24\" font-weight=\"bold\" fill=\"#222222\">{title}</text>\n");
        double most = Math.Max(values.Select(static v => Math.Max(v.Mean, v.High)).DefaultIfEmpty(0).Max(), 1e-9);
        for (int i = 0; i < values.Count; i++)
        {
            double Place(double value) => Math.Round(Math.Max(0, value) / most * BarWidth, 1);
            double end = Place(values[i].Mean);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left}\" y=\"{Middle(i) - 8}\" width=\"{end}\" height=\"16\" fill=\"{colour}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{left + Place(values[i].Low)}\" x2=\"{left + Place(values[i].High)}\" y1=\"{Middle(i)}\" y2=\"{Middle(i)}\" stroke=\"#222222\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + Math.Max(end, Place(values[i].High)) + 6}\" y=\"{Middle(i) + 4}\" fill=\"#222222\">{ForecastRange.Number(values[i].Mean)}</text>\n");
        }
    }

    private static int Middle(int row) => Top + (RowHeight * row) + (RowHeight / 2);
}
