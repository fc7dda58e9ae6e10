using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Reads the YAML in which components are written: maps and lists by indents and in braces, texts plain, in quotes and in blocks. References within
/// a document (<c>&amp;</c>, <c>*</c>), tags and several documents in a file are not read here.
/// </summary>
internal sealed class YamlDocument
{
    private readonly List<YamlLine> _lines = [];
    private int _at;

    private YamlDocument(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (i == 0)
            {
                line = line.TrimStart('\uFEFF');
            }

            int indent = line.Length - line.TrimStart(' ').Length;
            if (indent < line.Length && line[indent] == '\t')
            {
                throw new YamlMistakeException(i, indent, "A tab indents this line, and YAML wants blanks");
            }

            _lines.Add(new YamlLine(i, indent, line));
        }
    }

    /// <exception cref="YamlMistakeException">The text is no such YAML.</exception>
    public static YamlNode Read(string text)
    {
        var document = new YamlDocument(text);
        document.Skip();
        if (document.Current is { } first && first.Text == "---")
        {
            document._at++;
            document.Skip();
        }

        YamlNode root = document.Current is { } start ? document.Block(start.Indent) : new YamlNode(0, 0);
        document.Skip();
        return document.Current is { } left ? throw new YamlMistakeException(left.Number, left.Indent, "This line is indented less or more than those before it") : root;
    }

    private YamlLine? Current => _at < _lines.Count ? _lines[_at] : null;

    private void Skip()
    {
        while (Current is { IsEmpty: true })
        {
            _at++;
        }
    }

    /// <summary>The map or the list whose lines begin in that column.</summary>
    private YamlNode Block(int indent)
    {
        YamlLine first = Current!;
        var node = new YamlNode(first.Number, indent);
        if (first.IsItem(indent))
        {
            node.Items = [];
            while (Current is { } line && line.Indent == indent && line.IsItem(indent))
            {
                node.Items.Add(Item(line, indent));
                Skip();
            }
        }
        else if (YamlScan.KeyEnd(first.Text, indent) < 0)
        {
            return Scalar(first.Number, indent, parentIndent: indent - 1);
        }
        else
        {
            node.Entries = [];
            while (Current is { } line && line.Indent == indent && !line.IsItem(indent))
            {
                Entry(node, line, indent);
                Skip();
            }
        }

        return Current is { } next && next.Indent > indent ? throw new YamlMistakeException(next.Number, next.Indent, "This line is indented more than those before it") : node;
    }

    /// <summary>An item; a map may begin behind its hyphen.</summary>
    private YamlNode Item(YamlLine line, int indent)
    {
        int start = indent + 1;
        while (start < line.Text.Length && line.Text[start] == ' ')
        {
            start++;
        }

        if (start >= line.Text.Length || line.Text[start] == '#')
        {
            return Below(line, indent);
        }

        if (line.Text[start] is not ('"' or '\'' or '[' or '{') && YamlScan.KeyEnd(line.Text, start) >= 0)
        {
            _lines[_at] = new YamlLine(line.Number, start, new string(' ', start) + line.Text.Substring(start));
            return Block(start);
        }

        return Scalar(line.Number, start, indent);
    }

    private void Entry(YamlNode map, YamlLine line, int indent)
    {
        int end = YamlScan.KeyEnd(line.Text, indent);
        if (end < 0)
        {
            throw new YamlMistakeException(line.Number, indent, "A colon with a blank behind it is missing in this line");
        }

        string key = YamlScan.Unquoted(line.Text.Substring(indent, end - indent).TrimEnd());
        if (map[key] is not null)
        {
            throw new YamlMistakeException(line.Number, indent, $"'{key}' stands here twice");
        }

        int start = end + 1;
        while (start < line.Text.Length && line.Text[start] == ' ')
        {
            start++;
        }

        bool hasValue = start < line.Text.Length && line.Text[start] != '#';
        map.Entries!.Add(new KeyValuePair<string, YamlNode>(key, (hasValue ? Scalar(line.Number, start, indent) : Below(line, indent)).Behind(line.Number, indent)));
    }

    /// <summary>What stands beneath a key or a hyphen; nothing when the next line is not indented more.</summary>
    private YamlNode Below(YamlLine line, int indent)
    {
        _at++;
        Skip();
        return Current is { } next && (next.Indent > indent || (next.Indent == indent && next.IsItem(indent) && !line.IsItem(indent)))
            ? Block(next.Indent)
            : new YamlNode(line.Number, indent);
    }

    /// <summary>A value that begins in a line: a text, or a list or map in braces, over as many lines as it takes.</summary>
    private YamlNode Scalar(int number, int column, int parentIndent)
    {
        string first = _lines[_at].Text;
        char opening = first[column];
        if (opening is '&' or '*' or '!')
        {
            throw new YamlMistakeException(number, column, "References within a document and tags are not read here: write the value out");
        }

        if (opening is '|' or '>')
        {
            return BlockText(number, column, parentIndent, isFolded: opening == '>');
        }

        var text = new StringBuilder(first.Substring(column));
        _at++;
        if (opening is '"' or '\'' or '[' or '{')
        {
            while (!YamlFlow.IsClosed(text.ToString()))
            {
                if (Current is not { } more)
                {
                    throw new YamlMistakeException(number, column, $"The '{opening}' that stands here is not closed");
                }

                text.Append('\n').Append(more.Text);
                _at++;
            }

            return new YamlFlow(text.ToString(), number, column).Read();
        }

        string plain = YamlScan.WithoutComment(text.ToString()).Trim();
        while (Current is { IsEmpty: false } more && more.Indent > parentIndent)
        {
            if (YamlScan.KeyEnd(more.Text, more.Indent) >= 0)
            {
                throw new YamlMistakeException(more.Number, more.Indent, "This line is indented more than those before it");
            }

            plain += " " + YamlScan.WithoutComment(more.Text).Trim();
            _at++;
        }

        return YamlScan.KeyEnd(plain, 0) >= 0
            ? throw new YamlMistakeException(number, column, "A second colon stands here: put the text between quotes")
            : new YamlNode(number, column) { Text = plain };
    }

    private YamlNode BlockText(int number, int column, int parentIndent, bool isFolded)
    {
        _at++;
        var text = new StringBuilder();
        int? indent = null;
        while (Current is { } line && (line.Text.Trim().Length == 0 || line.Indent > parentIndent))
        {
            indent ??= line.Text.Trim().Length == 0 ? null : line.Indent;
            string content = line.Text.Length > (indent ?? 0) ? line.Text.Substring(indent ?? 0) : "";
            text.Append(content).Append(isFolded ? ' ' : '\n');
            _at++;
        }

        return new YamlNode(number, column) { Text = text.ToString().TrimEnd(), IsQuoted = true };
    }
}
