namespace ServerlessCompute;

/// <summary>
/// A piece of HTML. In a notebook it is shown as a page would show it; as text (<see cref="ToString"/>) it can be put into a page. It has its
/// style in it, for light and dark, has no script and refers to nothing outside; whatever names and logs say stands in it as text. Immutable.
/// </summary>
/// <example><code>await File.WriteAllTextAsync("report.html", report.ToHtml().ToPage());</code></example>
[TypeFormatterSource]
public sealed record HtmlFragment
{
    internal HtmlFragment(string title, string markup)
    {
        Title = title;
        Content = markup;
    }

    /// <summary>What it shows, in a line.</summary>
    public string Title { get; }

    private string Content { get; }

    /// <summary>A whole page with nothing else on it.</summary>
    public string ToPage() => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{Markup.Escape(Title)}</title></head>
        <body>
        {Content}
        </body></html>

        """.ReplaceLineEndings("\n");

    /// <summary>The HTML, one <c>div</c> element.</summary>
    public override string ToString() => Content;
}
