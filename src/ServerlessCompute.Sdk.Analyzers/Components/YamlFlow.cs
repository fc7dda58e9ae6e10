namespace ServerlessCompute;

/// <summary>Reads what stands in quotes, brackets and braces.</summary>
/// <param name="text">The text, from its opening on.</param>
/// <param name="line">The line in which it begins.</param>
/// <param name="column">The column in which it begins.</param>
internal sealed class YamlFlow(string text, int line, int column)
{
    private int _at;

    /// <summary>Whether all quotes, brackets and braces of a text are closed again.</summary>
    public static bool IsClosed(string text)
    {
        int depth = 0;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (quote != '\0')
            {
                i += quote == '"' && character == '\\' ? 1 : 0;
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'' && (i == 0 || text[i - 1] is ' ' or '[' or '{' or ',' or '\n'))
            {
                quote = character;
            }
            else
            {
                depth += character is '[' or '{' ? 1 : character is ']' or '}' ? -1 : 0;
            }
        }

        return quote == '\0' && depth <= 0;
    }

    /// <exception cref="YamlMistakeException">Something is missing between or behind the brackets.</exception>
    public YamlNode Read()
    {
        YamlNode node = Value();
        Blanks();
        return _at < text.Length && text[_at] != '#' ? throw Wrong("What follows this is no YAML") : node;
    }

    private YamlNode Value()
    {
        Blanks();
        (int Line, int Column) place = Place();
        var node = new YamlNode(place.Line, place.Column);
        switch (_at < text.Length ? text[_at] : '\0')
        {
            case '[':
                node.Items = [];
                Each(']', () => node.Items.Add(Value()));
                break;
            case '{':
                node.Entries = [];
                Each('}', () => Entry(node));
                break;
            case '"' or '\'':
                node.Text = Quoted();
                node.IsQuoted = true;
                break;
            default:
                node.Text = Plain();
                break;
        }

        return node;
    }

    private void Entry(YamlNode map)
    {
        Blanks();
        (int Line, int Column) place = Place();
        string key = _at < text.Length && text[_at] is '"' or '\'' ? Quoted() : Plain();
        Blanks();
        if (_at >= text.Length || text[_at] != ':')
        {
            throw Wrong("A colon is missing here");
        }

        _at++;
        map.Entries!.Add(new KeyValuePair<string, YamlNode>(key, Value().Behind(place.Line, place.Column)));
    }

    private void Each(char closing, Action read)
    {
        _at++;
        Blanks();
        while (_at < text.Length && text[_at] != closing)
        {
            read();
            Blanks();
            if (_at < text.Length && text[_at] == ',')
            {
                _at++;
                Blanks();
            }
            else if (_at < text.Length && text[_at] != closing)
            {
                throw Wrong("A comma is missing here");
            }
        }

        _at++;
    }

    private string Quoted()
    {
        int start = _at;
        char quote = text[_at++];
        while (_at < text.Length && text[_at] != quote)
        {
            _at += quote == '"' && text[_at] == '\\' ? 2 : 1;
        }

        _at = Math.Min(_at + 1, text.Length);
        if (quote == '\'' && _at < text.Length && text[_at] == '\'')
        {
            string rest = Quoted();
            return YamlScan.Unquoted(text.Substring(start, _at - start - rest.Length - 2)) + "'" + rest;
        }

        return YamlScan.Unquoted(text.Substring(start, _at - start));
    }

    private string Plain()
    {
        int start = _at;
        while (_at < text.Length && text[_at] is not (',' or ']' or '}' or '[' or '{' or '\n') && !(text[_at] == ':' && (_at + 1 == text.Length || text[_at + 1] is ' ' or '\n')))
        {
            // A reference such as ${{inputs.x}} is part of a text.
            _at += text[_at] == '$' && string.CompareOrdinal(text, _at, "${{", 0, 3) == 0 && text.IndexOf("}}", _at, StringComparison.Ordinal) is > 0 and var end ? end + 2 - _at : 1;
        }

        return text.Substring(start, _at - start).Trim();
    }

    private void Blanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n' or '\t')
        {
            _at++;
        }
    }

    private (int Line, int Column) Place()
    {
        int lines = 0;
        int begins = -column;
        for (int i = 0; i < _at; i++)
        {
            if (text[i] == '\n')
            {
                lines++;
                begins = i + 1;
            }
        }

        return (line + lines, _at - begins);
    }

    private YamlMistakeException Wrong(string message) => Place() is var place ? new YamlMistakeException(place.Line, place.Column, message) : null!;
}
