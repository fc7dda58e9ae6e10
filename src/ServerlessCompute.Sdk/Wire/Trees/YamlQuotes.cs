using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Reads scalars between quotes. They may go on over several lines: a break is a blank then, each empty line a break, and blanks around
/// breaks do not count.
/// </summary>
internal static class YamlQuotes
{
    /// <param name="text">The document.</param>
    /// <param name="lines">Its lines; afterwards they stand at the one with the closing quote.</param>
    /// <param name="at">Where the opening quote is.</param>
    /// <param name="mayBreak">Whether it may go on over several lines.</param>
    /// <returns>What is between the quotes, and where it ends; null when it is written in a way that is not known here.</returns>
    public static (string? Value, int End) Read(string text, YamlLines lines, int at, bool mayBreak)
    {
        char quote = text[at];
        var value = new StringBuilder();
        int first = at + 1;
        while (true)
        {
            ReadOnlySpan<char> rest = text.AsSpan(first, Math.Max(0, lines.End - first));
            int mark = quote == '"' ? rest.IndexOfAny('"', '\\') : rest.IndexOf('\'');
            if (mark < 0)
            {
                value.Append(rest);
                if (!mayBreak || !TryBreak(lines, value))
                {
                    return (null, first);
                }

                first = lines.First;
                continue;
            }

            value.Append(rest[..mark]);
            first += mark + 1;
            if (text[first - 1] == '\\')
            {
                if (!TryEscape(text, lines.End, value, ref first))
                {
                    return (null, first);
                }
            }
            else if (quote == '\'' && first < lines.End && text[first] == '\'')
            {
                value.Append('\'');
                first++;
            }
            else
            {
                return (value.ToString(), first);
            }
        }
    }

    /// <summary>Goes on to the next line that says something.</summary>
    private static bool TryBreak(YamlLines lines, StringBuilder value)
    {
        int length = value.Length;
        while (length > 0 && value[length - 1] == ' ')
        {
            length--;
        }

        // Blanks at a line's end are left out already, unless an escape is before them.
        if (length != value.Length)
        {
            return false;
        }

        int breaks = 0;
        while (lines.MoveNextRaw())
        {
            if (lines.First == lines.RawEnd)
            {
                breaks++;
                continue;
            }

            _ = breaks == 0 ? value.Append(' ') : value.Append('\n', breaks);
            return !lines.IsMarker;
        }

        return false;
    }

    private static bool TryEscape(string text, int end, StringBuilder value, ref int at)
    {
        char kind = at < end ? text[at++] : '\0';
        char? simple = kind switch { '"' or '\\' or '/' => kind, 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', _ => null };
        if (simple is { } letter)
        {
            value.Append(letter);
            return true;
        }

        int digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0
            || at + digits > end
            || !int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            || !Rune.IsValid(code))
        {
            return false;
        }

        at += digits;
        value.Append(new Rune(code));
        return true;
    }
}
