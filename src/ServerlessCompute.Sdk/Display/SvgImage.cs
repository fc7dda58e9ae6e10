using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// A picture. In a notebook it is drawn; as text (<see cref="ToString"/>) it is a whole SVG file that takes its colours from the reader's
/// light or dark theme and refers to nothing outside. Immutable.
/// </summary>
/// <example><code>await File.WriteAllTextAsync("pipeline.svg", pipeline.ToSvg().ToString());</code></example>
[TypeFormatterSource]
public sealed record SvgImage
{
    internal SvgImage(string title, double width, double height, string body)
    {
        Title = title;
        Width = (int)Math.Ceiling(width);
        Height = (int)Math.Ceiling(height);
        Body = body;
    }

    /// <summary>What the picture shows, in a line.</summary>
    public string Title { get; }

    /// <summary>The width in pixels, at which the text has its size.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    internal string Body { get; }

    /// <summary>The picture in a piece of HTML.</summary>
    public HtmlFragment ToHtml() => new HtmlWriter(Title).Picture(this).ToFragment();

    /// <summary>The picture as the text of an SVG file.</summary>
    public override string ToString() => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" class="slc slc-p" {Frame}>
        <title>{Markup.Escape(Title)}</title>
        <style>{DisplayStyle.Colours}{DisplayStyle.Svg}</style>
        <rect class="ground" width="{Width}" height="{Height}" rx="8"/>
        {Body}</svg>

        """.ReplaceLineEndings("\n");

    /// <summary>The picture as a part of a page that has the style already.</summary>
    internal string ToElement() => $"""<svg xmlns="http://www.w3.org/2000/svg" class="slc-p" {Frame}><title>{Markup.Escape(Title)}</title>{Body}</svg>""";

    private string Frame => string.Create(CultureInfo.InvariantCulture, $"width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\"");
}
