using System.Text;

namespace ServerlessCompute;

/// <summary>Texts of several lines: as they are behind a bar, with breaks made blanks behind an angle.</summary>
internal static class YamlBlockScalar
{
    /// <summary>Reads the text, and leaves the lines at the first one behind it.</summary>
    /// <param name="text">The document.</param>
    /// <param name="lines">Its lines, standing at the one with the bar or the angle.</param>
    /// <param name="at">Where that is.</param>
    /// <param name="parent">The indent of what the text belongs to.</param>
    /// <returns>The text; null when it is written in a way that is not known here.</returns>
    public static string? Read(string text, YamlLines lines, int at, int parent)
    {
        bool isFolded = text[at] == '>';
        string mark = text[(at + 1)..lines.End];
        if (mark is not ("" or "-" or "+"))
        {
            return null;
        }

        var value = new StringBuilder();
        int indent = -1, breaks = 0, widestBlank = 0;
        bool wasFlush = false, hasContent = false, endsWithBreak = false;
        while (lines.MoveNextRaw())
        {
            if (lines.First == lines.RawEnd)
            {
                if (lines.Indent > indent && indent >= 0)
                {
                    return null;
                }

                widestBlank = Math.Max(widestBlank, lines.Indent);
                breaks += lines.EndsWithBreak ? 1 : 0;
                continue;
            }

            if (lines.Indent < (indent < 0 ? parent + 1 : indent))
            {
                break;
            }

            if (indent < 0)
            {
                indent = lines.Indent;
                if (widestBlank > indent)
                {
                    return null;
                }
            }

            int first = lines.Start + indent;
            bool isFlush = text[first] != ' ';
            if (hasContent && (!isFolded || !wasFlush || !isFlush))
            {
                value.Append('\n');
            }
            else if (hasContent && breaks == 0)
            {
                value.Append(' ');
            }

            value.Append('\n', breaks).Append(text, first, lines.RawEnd - first);
            (breaks, wasFlush, hasContent, endsWithBreak) = (0, isFlush, true, lines.EndsWithBreak);
        }

        if (!hasContent)
        {
            return null;
        }

        value.Append('\n', mark switch { "+" => breaks + (endsWithBreak ? 1 : 0), "" when endsWithBreak => 1, _ => 0 });
        lines.SkipComment();
        return value.ToString();
    }
}
