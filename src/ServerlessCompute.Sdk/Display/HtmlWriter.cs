using System.Text;

namespace ServerlessCompute;

/// <summary>Writes a piece of HTML. Every text is escaped here, and shown without what must not be shown.</summary>
/// <param name="title">What it shows.</param>
internal sealed class HtmlWriter(string title)
{
    /// <summary>The letters of a message that are shown.</summary>
    private const int LineLength = 1000;

    private readonly StringBuilder _html = new();
    private bool _hasPicture;

    public HtmlWriter Heading(string text, JobStatus status = default)
    {
        _html.Append("<h3>").Append(Text(text));
        if (status != default)
        {
            Badge(DisplayWords.Of(status), DisplayWords.Colour(status));
        }

        _html.Append("</h3>\n");
        return this;
    }

    public HtmlWriter Section(string text)
    {
        _html.Append("<h4>").Append(Text(text)).Append("</h4>\n");
        return this;
    }

    public HtmlWriter Line(string text, string colour = "")
    {
        _html.Append(colour.Length == 0 ? "<p>" : $"<p class=\"{colour}\">").Append(Markup.Escape(Shown.Text(text, LineLength))).Append("</p>\n");
        return this;
    }

    public HtmlWriter Link(Uri address, string text)
    {
        _html.Append("<p><a href=\"").Append(Markup.Escape(address.AbsoluteUri)).Append("\">").Append(Text(text)).Append("</a></p>\n");
        return this;
    }

    /// <summary>Several lines as they are.</summary>
    public HtmlWriter Lines(string text)
    {
        _html.Append("<pre>").Append(Markup.Escape(text)).Append("</pre>\n");
        return this;
    }

    /// <summary>Names and what they stand for.</summary>
    public HtmlWriter Facts(IEnumerable<DisplayFact> facts)
    {
        _html.Append("<table>");
        foreach (DisplayFact fact in facts)
        {
            _html.Append("<tr><th>").Append(Text(fact.Name)).Append("</th><td>");
            _ = fact.IsCode ? _html.Append("<pre>").Append(Markup.Escape(fact.Value)).Append("</pre>") : _html.Append(Text(fact.Value));
            _html.Append("</td></tr>\n");
        }

        _html.Append("</table>\n");
        return this;
    }

    /// <summary>A table; rows beyond a bound are counted.</summary>
    /// <param name="head">The columns; one that begins with <c>&lt;</c> is written to the left.</param>
    /// <param name="rows">The rows, as many as there are.</param>
    /// <param name="count">How many there are.</param>
    public HtmlWriter Table(IReadOnlyList<string> head, IEnumerable<HtmlCell[]> rows, int count)
    {
        _html.Append("<table><tr>");
        foreach (string name in head)
        {
            _html.Append(name.StartsWith('<') ? "<th>" : "<th class=\"n\">").Append(Text(name.TrimStart('<'))).Append("</th>");
        }

        _html.Append("</tr>\n");
        foreach (HtmlCell[] row in rows.Take(DisplayWords.RowsShown))
        {
            _html.Append("<tr>");
            foreach (HtmlCell cell in row)
            {
                Write(cell);
            }

            _html.Append("</tr>\n");
        }

        _html.Append("</table>\n");
        return count > DisplayWords.RowsShown ? Line(DisplayWords.More(count - DisplayWords.RowsShown), "m") : this;
    }

    /// <summary>Something that is unfolded by whoever wants to see it.</summary>
    public HtmlWriter Folded(string summary, Action<HtmlWriter> write)
    {
        _html.Append("<details><summary>").Append(Text(summary)).Append("</summary>\n");
        write(this);
        _html.Append("</details>\n");
        return this;
    }

    public HtmlWriter Picture(SvgImage picture)
    {
        _hasPicture = true;
        _html.Append(picture.ToElement()).Append('\n');
        return this;
    }

    public HtmlFragment ToFragment() =>
        new(title, $"<div class=\"slc\"><style>{DisplayStyle.Colours}{DisplayStyle.Html}{(_hasPicture ? DisplayStyle.Svg : "")}</style>\n{_html}</div>".ReplaceLineEndings("\n"));

    private static string Text(string text) => Markup.Escape(Shown.Text(text));

    private void Write(HtmlCell cell)
    {
        string classes = $"{(cell.IsNumber ? "n" : "")}{(cell.Class.Length > 0 && !cell.IsBadge ? " " + cell.Class : "")}".Trim();
        _html.Append(classes.Length == 0 ? "<td>" : $"<td class=\"{classes}\">");
        if (cell.Share is { } share)
        {
            _html.Append("<span class=\"bar\"><i style=\"width:").Append(Markup.Number(100 * Math.Clamp(share, 0, 1))).Append("%\"></i></span>");
        }

        if (cell.IsBadge)
        {
            Badge(cell.Text, cell.Class);
        }
        else
        {
            _html.Append(Text(cell.Text));
        }

        _html.Append("</td>");
    }

    private void Badge(string text, string colour) => _html.Append("<span class=\"s ").Append(colour).Append("\">").Append(Text(text)).Append("</span>");
}
