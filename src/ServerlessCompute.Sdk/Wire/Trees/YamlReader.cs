namespace ServerlessCompute;

/// <summary>
/// Reads the YAML that conda files are written in: maps, sequences and scalars of one line each, quoted or not, flow collections of one
/// line, comments. It is no parser of YAML: what it does not know it refuses, and never takes for something else.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 100;

    private readonly List<YamlLine> _lines;
    private int _position;
    private int _depth;
    private bool _failed;

    private YamlReader(List<YamlLine> lines) => _lines = lines;

    private bool AtEnd => _failed || _position == _lines.Count;

    private YamlLine Line => _lines[_position];

    /// <summary>The map that the text says; null when it says something else, or in a way that is not known here.</summary>
    public static Tree? TryRead(string text)
    {
        if (Split(text) is not { Count: > 0 } lines || lines[0].Indent != 0 || lines[0].IsItem)
        {
            return null;
        }

        var reader = new YamlReader(lines);
        Tree tree = reader.ReadMap(0);
        return reader.AtEnd && !reader._failed ? tree : null;
    }

    private static List<YamlLine>? Split(string text)
    {
        var lines = new List<YamlLine>();
        foreach (string line in text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None))
        {
            string content = line.Trim(' ');
            if (content.Length == 0 || content[0] == '#' || (content is "---" && lines.Count == 0))
            {
                continue;
            }

            if (content.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0
                || content.AsSpan().IndexOfAny("\u007f\u0085\u2028\u2029\ufeff") >= 0
                || content.StartsWith("---", StringComparison.Ordinal)
                || content.StartsWith("...", StringComparison.Ordinal)
                || content[0] == '%')
            {
                return null;
            }

            lines.Add(new YamlLine(line.Length - line.TrimStart(' ').Length, content));
        }

        return lines;
    }

    private TreeScalar Fail()
    {
        _failed = true;
        return new TreeScalar(ScalarKind.Text, "");
    }

    private Tree ReadBlock(int indent)
    {
        if (++_depth > MaxDepth)
        {
            return Fail();
        }

        Tree tree = Line.IsItem ? ReadSequence(indent) : ReadMap(indent);
        _depth--;
        return tree;
    }

    private Tree ReadMap(int indent)
    {
        var entries = new List<TreeEntry>();
        while (!AtEnd && Line.Indent == indent && !Line.IsItem)
        {
            var key = new YamlInline(Line.Text);
            if (key.ReadKey() is not { } name)
            {
                return Fail();
            }

            Tree value = ReadValue(indent, key.Rest, mayBeItemsHere: true);
            entries.RemoveAll(entry => entry.Name == name);
            entries.Add(new TreeEntry(name, value));
        }

        // A deeper line goes on with a scalar, or is wrong.
        return !AtEnd && Line.Indent > indent ? Fail() : new TreeMap(entries);
    }

    private Tree ReadSequence(int indent)
    {
        var items = new List<Tree>();
        while (!AtEnd && Line.Indent == indent && Line.IsItem)
        {
            string rest = Line.Text[1..].TrimStart(' ');
            var inner = new YamlLine(indent + Line.Text.Length - rest.Length, rest);
            if (inner.IsItem || new YamlInline(rest).ReadKey() is not null)
            {
                // "- name: x" and "- - x": what is behind the hyphen begins a block of its own, at its own column.
                _lines[_position] = inner;
                items.Add(ReadBlock(inner.Indent));
            }
            else
            {
                items.Add(ReadValue(indent, rest, mayBeItemsHere: false));
            }
        }

        return !AtEnd && Line.Indent > indent ? Fail() : new TreeList(items);
    }

    /// <summary>What is behind a key or a hyphen: on the same line, or on deeper ones; a map's sequence may begin at its own column.</summary>
    private Tree ReadValue(int indent, string rest, bool mayBeItemsHere)
    {
        _position++;
        if (rest.Length > 0 && rest[0] != '#')
        {
            return new YamlInline(rest).ReadAll() ?? Fail();
        }

        bool hasBlock = !AtEnd && (Line.Indent > indent || (mayBeItemsHere && Line.Indent == indent && Line.IsItem));
        return hasBlock ? ReadBlock(Line.Indent) : TreeScalar.Null;
    }
}
