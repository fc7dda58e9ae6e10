using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Reads the YAML that most files are written in, fast: block maps and lists, scalars with and without quotes, texts of several lines,
/// flow collections of one line, comments. It is no parser of all YAML: what it does not know it refuses, and never takes for something
/// else than a whole parser would. Wrong YAML is not known to it either.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 100;

    private readonly string _text;
    private readonly YamlLines _lines;
    private readonly TreePlace _start;
    private int _depth;
    private bool _failed;

    private YamlReader(string text, YamlLines lines, TreePlace start) => (_text, _lines, _start) = (text, lines, start);

    private bool Stops => _failed || _lines.AtEnd;

    /// <summary>The map that the text says; null when it says something else, or in a way that is not known here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The document, for the places of what is read.</param>
    public static TreeMap? TryRead(string text, TreePlace start = default)
    {
        if (YamlLines.Of(text) is not { AtEnd: false, Indent: 0, IsItem: false } lines)
        {
            return null;
        }

        var reader = new YamlReader(text, lines, start);
        TreeMap map = reader.ReadMap(0);
        return reader._failed || !lines.AtEnd ? null : map;
    }

    private TreePlace Place(int at) => _start with { Line = _lines.Number, Column = at - _lines.Start + 1 };

    private TreeMap FailMap()
    {
        _failed = true;
        return TreeMap.Empty;
    }

    private TreeScalar Fail()
    {
        _failed = true;
        return TreeScalar.Null;
    }

    private Tree ReadBlock(int indent)
    {
        if (++_depth > MaxDepth)
        {
            return Fail();
        }

        Tree tree = _lines.IsItem ? ReadList(indent) : ReadMap(indent);
        _depth--;
        return tree;
    }

    private TreeMap ReadMap(int indent)
    {
        TreePlace place = Place(_lines.First);
        var map = new TreeMapBuilder();
        while (!Stops && _lines.Indent == indent && !_lines.IsItem)
        {
            var inline = new YamlInline(_text, _lines, _lines.First, _start);
            TreePlace namePlace = Place(_lines.First);
            if (_text[_lines.First] is '%' || _lines.IsMarker || inline.ReadKey() is not { } name || !map.TryAdd(new TreeEntry(name, ReadValue(indent, inline.Position, mayBeItemsHere: true), namePlace)))
            {
                return FailMap();
            }
        }

        // A deeper line would go on with something that has ended.
        return !Stops && _lines.Indent > indent ? FailMap() : map.ToMap(place);
    }

    private TreeList ReadList(int indent)
    {
        TreePlace place = Place(_lines.First);
        var items = new List<Tree>();
        while (!Stops && _lines.Indent == indent && _lines.IsItem && !_lines.IsMarker)
        {
            int rest = _lines.First + 1;
            while (rest < _lines.End && _text[rest] == ' ')
            {
                rest++;
            }

            if (rest < _lines.End && _text[rest] != '#' && BeginsBlock(rest))
            {
                // "- name: x" and "- - x": what is behind the hyphen begins a block of its own, at its own column.
                _lines.Narrow(rest);
                items.Add(ReadBlock(_lines.Indent));
            }
            else
            {
                items.Add(ReadValue(indent, _lines.First + 1, mayBeItemsHere: false));
            }
        }

        if (!Stops && (_lines.Indent > indent || (_lines.Indent == indent && _lines.IsMarker)))
        {
            Fail();
        }

        return new TreeList(items, place);
    }

    private bool BeginsBlock(int at) => (_text[at] == '-' && (at + 1 == _lines.End || _text[at + 1] == ' ')) || new YamlInline(_text, _lines, at, _start).ReadKey() is not null;

    /// <summary>What is behind a key or a hyphen: on the same line, or on deeper ones; a map's list may begin at its own column.</summary>
    private Tree ReadValue(int indent, int behind, bool mayBeItemsHere)
    {
        int at = behind;
        while (at < _lines.End && _text[at] == ' ')
        {
            at++;
        }

        if (at >= _lines.End || _text[at] == '#')
        {
            TreePlace none = Place(behind);
            _lines.MoveNext();
            bool isDeeper = !Stops && _lines.Indent > indent;
            return isDeeper || (mayBeItemsHere && !Stops && _lines.Indent == indent && _lines.IsItem) ? ReadBlock(_lines.Indent) : new TreeScalar(ScalarKind.Null, "null", none);
        }

        switch (_text[at])
        {
            case '|' or '>':
                TreePlace place = Place(at);
                return YamlBlockScalar.Read(_text, _lines, at, indent) is { } block ? new TreeScalar(ScalarKind.Text, block, place) : Fail();
            case '"' or '\'' or '[' or '{':
                var inline = new YamlInline(_text, _lines, at, _start);
                Tree? tree = inline.ReadAll();
                _lines.MoveNext();
                return tree ?? Fail();
            default:
                return ReadPlain(at, indent) ?? Fail();
        }
    }

    /// <summary>A scalar without quotes. Deeper lines go on with it: each break is a blank, and each empty line a break.</summary>
    private TreeScalar? ReadPlain(int at, int indent)
    {
        TreePlace place = Place(at);
        if (!YamlInline.MayBeginPlain(_text, at, _lines.End) || PlainEnd(at, out bool isCommented) is not { } end)
        {
            return null;
        }

        string plain = _text[at..end];
        _lines.MoveNext();
        if (Stops || _lines.Indent <= indent)
        {
            return YamlScalars.Resolve(plain, place);
        }

        var text = new StringBuilder(plain);
        while (!Stops && _lines.Indent > indent)
        {
            if (isCommented || _lines.HasComments || PlainEnd(_lines.First, out isCommented) is not { } more)
            {
                return null;
            }

            _ = _lines.Blanks == 0 ? text.Append(' ') : text.Append('\n', _lines.Blanks);
            text.Append(_text, _lines.First, more - _lines.First);
            _lines.MoveNext();
        }

        return YamlScalars.Resolve(text.ToString(), place);
    }

    /// <summary>Where a plain scalar ends that takes the rest of the line, but a comment; null when there is a colon that would end it.</summary>
    private int? PlainEnd(int at, out bool isCommented)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(at, _lines.End - at);
        isCommented = false;
        for (int i = rest.IndexOfAny(':', '#'); i >= 0;)
        {
            if (rest[i] == ':' && (i + 1 == rest.Length || rest[i + 1] == ' '))
            {
                return null;
            }

            if (rest[i] == '#' && i > 0 && rest[i - 1] == ' ')
            {
                isCommented = true;
                return at + rest[..i].TrimEnd(' ').Length;
            }

            int next = rest[(i + 1)..].IndexOfAny(':', '#');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return _lines.End;
    }
}
