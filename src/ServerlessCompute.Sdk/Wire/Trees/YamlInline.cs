using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>Reads what stands on one line: keys, scalars, flow collections.</summary>
internal sealed class YamlInline(string text)
{
    private const string NeverFirst = ",[]{}#&*!|>'\"%@`";
    private const int MaxDepth = 50;

    private int _position;
    private int _depth;

    /// <summary>What has not been read, without the blanks before it.</summary>
    public string Rest => text[_position..].TrimStart(' ');

    /// <summary>A key and the colon behind it; null when the line does not begin so.</summary>
    public string? ReadKey()
    {
        string? key = At('"') || At('\'') ? ReadQuoted() : ReadPlainKey();
        return key is { Length: > 0 and < 100 } && Take(':') && (_position == text.Length || At(' ')) ? key : null;
    }

    /// <summary>A value and nothing behind it but a comment; null when it is not known here.</summary>
    public Tree? ReadAll()
    {
        Tree? value = At('[') || At('{') || At('"') || At('\'') ? ReadFlow() : ReadPlain();
        return Rest.Length == 0 || (Rest[0] == '#' && At(' ')) ? value : null;
    }

    private string? ReadPlainKey()
    {
        int end = text.IndexOf(':', _position);
        while (end >= 0 && end + 1 < text.Length && text[end + 1] != ' ')
        {
            end = text.IndexOf(':', end + 1);
        }

        string? key = end < 0 ? null : text[_position..end].TrimEnd(' ');
        if (key is null || !MayBePlain(key) || key.Contains(" #", StringComparison.Ordinal) || !YamlScalars.IsText(key))
        {
            return null;
        }

        _position = end;
        return key;
    }

    private TreeScalar? ReadPlain()
    {
        int comment = text.IndexOf(" #", _position, StringComparison.Ordinal);
        string plain = text[_position..(comment < 0 ? text.Length : comment)].TrimEnd(' ');
        _position = comment < 0 ? text.Length : comment;
        return MayBePlain(plain) && !plain.Contains(": ", StringComparison.Ordinal) && plain[^1] != ':' ? ReadScalar(plain) : null;
    }

    private static bool MayBePlain(string plain) =>
        plain.Length > 0
        && !NeverFirst.Contains(plain[0], StringComparison.Ordinal)
        && !(plain[0] is '-' or '?' or ':' && (plain.Length == 1 || plain[1] == ' '));

    /// <summary>A scalar without quotes; null for one that PyYAML would write in a way that is not known here.</summary>
    private static TreeScalar? ReadScalar(string plain) =>
        YamlScalars.Resolve(plain, default) is { Kind: not ScalarKind.Date } scalar && (scalar.Kind != ScalarKind.Number || double.IsFinite(scalar.AsDouble())) ? scalar : null;

    private Tree? ReadFlow()
    {
        Skip();
        if (At('"') || At('\''))
        {
            return ReadQuoted() is { } quoted ? new TreeScalar(ScalarKind.Text, quoted) : null;
        }

        if (++_depth > MaxDepth)
        {
            return null;
        }

        Tree? tree = Take('[') ? ReadFlowSequence() : Take('{') ? ReadFlowMap() : ReadFlowPlain() is { } plain ? ReadScalar(plain) : null;
        _depth--;
        return tree;
    }

    private TreeList? ReadFlowSequence()
    {
        var items = new List<Tree>();
        while (!Close(']'))
        {
            if (ReadFlow() is not { } item || !Separate(']'))
            {
                return null;
            }

            items.Add(item);
        }

        return new TreeList(items);
    }

    private TreeMap? ReadFlowMap()
    {
        var entries = new List<TreeEntry>();
        while (!Close('}'))
        {
            string? key = At('"') || At('\'') ? ReadQuoted() : ReadFlowPlain() is { } plain && YamlScalars.IsText(plain) ? plain : null;
            Skip();
            if (key is null or "" || !Take(':') || !At(' ') || ReadFlow() is not { } value || !Separate('}'))
            {
                return null;
            }

            entries.RemoveAll(entry => entry.Name == key);
            entries.Add(new TreeEntry(key, value));
        }

        return new TreeMap(entries);
    }

    /// <summary>A scalar up to the next indicator. A colon ends it only before a blank.</summary>
    private string? ReadFlowPlain()
    {
        int start = _position;
        while (_position < text.Length && !",[]{}".Contains(text[_position], StringComparison.Ordinal) && !IsColonThatEnds())
        {
            _position++;
        }

        string plain = text[start.._position].Trim(' ');
        bool isClear = MayBePlain(plain) && plain[0] != ':' && !plain.Contains('?', StringComparison.Ordinal) && !plain.Contains('#', StringComparison.Ordinal) && plain[^1] != ':';
        return isClear ? plain : null;
    }

    private bool IsColonThatEnds() => text[_position] == ':' && _position + 1 < text.Length && text[_position + 1] == ' ';

    private bool Close(char bracket)
    {
        Skip();
        return Take(bracket);
    }

    /// <summary>Takes the comma behind an item; the last one needs none.</summary>
    private bool Separate(char bracket)
    {
        Skip();
        return Take(',') || At(bracket);
    }

    private string? ReadQuoted()
    {
        char quote = text[_position++];
        var value = new StringBuilder();
        while (_position < text.Length)
        {
            char c = text[_position++];
            if (c == quote && quote == '\'' && At('\''))
            {
                value.Append(text[_position++]);
            }
            else if (c == quote)
            {
                return value.ToString();
            }
            else if (c == '\\' && quote == '"')
            {
                if (!ReadEscape(value))
                {
                    return null;
                }
            }
            else
            {
                value.Append(c);
            }
        }

        return null;
    }

    /// <summary>Escapes of characters that can be shown; a text with others is not known here.</summary>
    private bool ReadEscape(StringBuilder value)
    {
        char kind = _position < text.Length ? text[_position++] : '\0';
        if (kind is '"' or '\\' or '/')
        {
            value.Append(kind);
            return true;
        }

        int digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0
            || _position + digits > text.Length
            || !int.TryParse(text.AsSpan(_position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            || code < 0x20 || code is >= 0x7f and < 0xa0 or 0x2028 or 0x2029 || !Rune.IsValid(code))
        {
            return false;
        }

        _position += digits;
        value.Append(new Rune(code));
        return true;
    }

    private void Skip()
    {
        while (At(' '))
        {
            _position++;
        }
    }

    private bool At(char c) => _position < text.Length && text[_position] == c;

    private bool Take(char c)
    {
        bool found = At(c);
        _position += found ? 1 : 0;
        return found;
    }
}
