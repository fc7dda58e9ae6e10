using System.Text;

namespace ServerlessCompute;

/// <summary>Writes a picture. Every text is escaped here, shown without what must not be shown, and cut where its place ends.</summary>
internal sealed class SvgWriter
{
    /// <summary>The width of a letter of the pictures' font, near enough.</summary>
    private const double LetterWidth = 6.6;

    private readonly StringBuilder _svg = new();

    public static double WidthOf(string text) => text.Length * LetterWidth;

    /// <summary>What is drawn until <see cref="End"/> is told about with a line of text where the reader points at it.</summary>
    public SvgWriter Begin(string hint)
    {
        _svg.Append("<g><title>").Append(Escape(hint)).Append("</title>\n");
        return this;
    }

    public SvgWriter End()
    {
        _svg.Append("</g>\n");
        return this;
    }

    public SvgWriter Box(double x, double y, double width, double height, string look, double radius = 3)
    {
        _svg.Append("<rect class=\"").Append(look).Append("\" x=\"").Append(Markup.Number(x)).Append("\" y=\"").Append(Markup.Number(y))
            .Append("\" width=\"").Append(Markup.Number(width)).Append("\" height=\"").Append(Markup.Number(height))
            .Append("\" rx=\"").Append(Markup.Number(radius)).Append("\"/>\n");
        return this;
    }

    public SvgWriter Dot(double x, double y, double radius, string look)
    {
        _svg.Append("<circle class=\"").Append(look).Append("\" cx=\"").Append(Markup.Number(x)).Append("\" cy=\"").Append(Markup.Number(y))
            .Append("\" r=\"").Append(Markup.Number(radius)).Append("\"/>\n");
        return this;
    }

    public SvgWriter Line(double x1, double y1, double x2, double y2, string look) => Path(new StringBuilder().Move(x1, y1).To(x2, y2), look);

    public SvgWriter Path(StringBuilder path, string look)
    {
        _svg.Append("<path class=\"").Append(look).Append("\" d=\"").Append(path).Append("\"/>\n");
        return this;
    }

    /// <summary>A line of text.</summary>
    /// <param name="x">Where it begins, ends or has its middle.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">What it says.</param>
    /// <param name="look">Words of <see cref="DisplayStyle"/>.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="maximum">The width that there is for it.</param>
    public SvgWriter Text(double x, double y, string text, string look, string anchor = "start", double maximum = 900)
    {
        _svg.Append("<text").Append(look.Length == 0 ? "" : $" class=\"{look}\"").Append(" x=\"").Append(Markup.Number(x)).Append("\" y=\"").Append(Markup.Number(y)).Append('"')
            .Append(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"").Append('>')
            .Append(Markup.Escape(Markup.Cut(Shown.Text(text), Math.Max(2, (int)(maximum / LetterWidth))))).Append("</text>\n");
        return this;
    }

    public SvgImage ToImage(string title, double width, double height) => new(Shown.Text(title), width, height, _svg.ToString());

    private static string Escape(string text) => Markup.Escape(Shown.Text(text));
}
