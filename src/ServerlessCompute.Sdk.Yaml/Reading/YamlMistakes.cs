using YamlDotNet.Core;

namespace ServerlessCompute;

/// <summary>Says in plain words what a parser did not like.</summary>
internal static class YamlMistakes
{
    public static YamlSyntaxException Explain(YamlException e, string text, TreePlace start)
    {
        TreePlace place = start with { Line = (int)Math.Max(1, e.Start.Line), Column = (int)Math.Max(1, e.Start.Column) };
        int last = Says(e.Message, "tab") ? int.MaxValue : (int)Math.Max(place.Line, e.End.Line);
        if (TabIn(text, place.Line, last) is { } tab)
        {
            return new YamlSyntaxException(place with { Line = tab.Line, Column = tab.Column }, "A tab indents this line, and YAML wants blanks.", "Put two blanks in its place.", e);
        }

        (string message, string fix) = e.Message switch
        {
            var said when Says(said, "mapping values are not allowed") || Says(said, "found invalid mapping") =>
                ("A second colon stands here.", "A text with a colon and a blank in it stands between quotes."),
            var said when Says(said, "while scanning a quoted scalar") => ("The quotes that begin here are not closed.", "Close them."),
            var said when Says(said, "reserved character") || Says(said, "cannot start any token") || Says(said, "found character") =>
                ("A text may not begin with this character.", "Put the text between quotes."),
            var said => ($"This is no YAML: {said.TrimEnd('.')}.", "Look at the colons, quotes and indents here and on the line before."),
        };
        return new YamlSyntaxException(place, message, fix, e);
    }

    private static bool Says(string said, string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first tab that indents one of these lines.</summary>
    private static (int Line, int Column)? TabIn(string text, int first, int last)
    {
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            int tab = line[..^line.TrimStart(" \t").Length].IndexOf('\t');
            if (number >= first && number <= last && tab >= 0)
            {
                return (number, tab + 1);
            }
        }

        return null;
    }
}
