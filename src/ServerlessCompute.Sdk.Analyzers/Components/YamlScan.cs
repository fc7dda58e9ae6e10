using System.Text;

namespace ServerlessCompute;

/// <summary>Looks for what ends a text in YAML.</summary>
internal static class YamlScan
{
    /// <summary>Where the colon behind a key stands, that begins in a column; -1 when there is none.</summary>
    public static int KeyEnd(string line, int start)
    {
        char quote = start < line.Length && line[start] is '"' or '\'' ? line[start] : '\0';
        for (int i = quote == '\0' ? start : start + 1; i < line.Length; i++)
        {
            if (quote != '\0')
            {
                quote = line[i] == quote ? '\0' : quote;
            }
            else if (line[i] == '#' && i > start && line[i - 1] == ' ')
            {
                return -1;
            }
            else if (line[i] == ':' && (i + 1 == line.Length || line[i + 1] == ' '))
            {
                return i;
            }
            else if (i == start && line[i] is '{' or '[' or '&' or '*' or '!' or '|' or '>')
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>A plain text without what stands behind <c> #</c>.</summary>
    public static string WithoutComment(string text)
    {
        int at = text.IndexOf(" #", StringComparison.Ordinal);
        return text.StartsWith("#", StringComparison.Ordinal) ? "" : at < 0 ? text : text.Substring(0, at);
    }

    /// <summary>A text without its quotes, and with what they escape; a plain one as it is.</summary>
    public static string Unquoted(string text)
    {
        if (text.Length < 2 || text[0] is not ('"' or '\'') || text[text.Length - 1] != text[0])
        {
            return text;
        }

        string inner = text.Substring(1, text.Length - 2);
        if (text[0] == '\'')
        {
            return inner.Replace("''", "'");
        }

        var plain = new StringBuilder();
        for (int i = 0; i < inner.Length; i++)
        {
            char character = inner[i];
            if (character == '\\' && i + 1 < inner.Length)
            {
                character = inner[++i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', var other => other };
            }

            plain.Append(character);
        }

        return plain.ToString();
    }
}
