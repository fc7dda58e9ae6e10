using System.Buffers;

namespace ServerlessCompute;

/// <summary>Reads what stands within lines: keys, scalars between quotes, flow collections. The latter may go on over several lines.</summary>
/// <param name="text">The document.</param>
/// <param name="lines">Its lines, standing at the one to begin with.</param>
/// <param name="start">Where to begin.</param>
/// <param name="document">The document, for the places of what is read.</param>
internal ref struct YamlInline(string text, YamlLines lines, int start, TreePlace document)
{
    private const int MaxDepth = 50;

    private const int LongestKey = 200;

    private static readonly SearchValues<char> _neverFirst = SearchValues.Create(",[]{}#&*!|>'\"%@`?:");

    private static readonly SearchValues<char> _endsFlow = SearchValues.Create(",[]{}:?#");

    private int _depth;

    /// <summary>How far it was read.</summary>
    public int Position { get; private set; } = start;

    private readonly TreePlace Place => document with { Line = lines.Number, Column = Position - lines.Start + 1 };

    private readonly bool IsQuote => At('"') || At('\'');

    /// <summary>Whether a scalar without quotes can begin there.</summary>
    public static bool MayBeginPlain(string text, int at, int end) =>
        !_neverFirst.Contains(text[at]) && !(text[at] == '-' && (at + 1 == end || text[at + 1] == ' '));

    /// <summary>A key and the colon behind it; null when the line does not begin so.</summary>
    public string? ReadKey()
    {
        (int first, int line) = (Position, lines.Number);
        string? key = IsQuote ? ReadQuoted(mayBreak: false) : ReadPlainKey();
        return key is { Length: > 0 } && line == lines.Number && Position - first < LongestKey && Take(':') && (Position == lines.End || At(' ')) ? key : null;
    }

    /// <summary>A value and nothing behind it on its last line but a comment; null when it is not known here.</summary>
    public Tree? ReadAll()
    {
        Tree? value = ReadFlow();
        int behind = Position;
        SkipBlanks();
        return Position == lines.End || (At('#') && Position > behind) ? value : null;
    }

    private string? ReadPlainKey()
    {
        if (Position == lines.End || !MayBeginPlain(text, Position, lines.End))
        {
            return null;
        }

        ReadOnlySpan<char> line = text.AsSpan(Position, lines.End - Position);
        int colon = line.IndexOf(':');
        while (colon >= 0 && colon + 1 < line.Length && line[colon + 1] != ' ')
        {
            int next = line[(colon + 1)..].IndexOf(':');
            colon = next < 0 ? -1 : colon + 1 + next;
        }

        if (colon < 0)
        {
            return null;
        }

        string key = line[..colon].TrimEnd(' ').ToString();
        Position += colon;
        return key.Contains(" #", StringComparison.Ordinal) || !YamlScalars.IsText(key) ? null : key;
    }

    private Tree? ReadFlow()
    {
        if (!Skip())
        {
            return null;
        }

        TreePlace place = Place;
        if (IsQuote)
        {
            return ReadQuoted(mayBreak: true) is { } quoted ? new TreeScalar(ScalarKind.Text, quoted, place) : null;
        }

        if (++_depth > MaxDepth)
        {
            return null;
        }

        Tree? tree = Take('[') ? ReadFlowList(place) : Take('{') ? ReadFlowMap(place) : ReadFlowPlain() is { } plain ? YamlScalars.Resolve(plain, place) : null;
        _depth--;
        return tree;
    }

    private TreeList? ReadFlowList(TreePlace place)
    {
        var items = new List<Tree>();
        while (Skip() && !Take(']'))
        {
            if (ReadFlow() is not { } item || !Separate(']'))
            {
                return null;
            }

            items.Add(item);
        }

        return Position > 0 && text[Position - 1] == ']' ? new TreeList(items, place) : null;
    }

    private TreeMap? ReadFlowMap(TreePlace place)
    {
        var map = new TreeMapBuilder();
        while (Skip() && !Take('}'))
        {
            TreePlace namePlace = Place;
            bool isQuoted = IsQuote;
            string? key = isQuoted ? ReadQuoted(mayBreak: false) : ReadFlowPlain() is { } plain && YamlScalars.IsText(plain) ? plain : null;
            SkipBlanks();
            bool isKnown = key is { Length: > 0 } && namePlace.Line == lines.Number && Take(':') && (isQuoted || Position == lines.End || At(' '));
            if (!isKnown || ReadFlow() is not { } value || !map.TryAdd(new TreeEntry(key!, value, namePlace)) || !Separate('}'))
            {
                return null;
            }
        }

        return text[Position - 1] == '}' ? map.ToMap(place) : null;
    }

    /// <summary>A scalar up to the next indicator. A colon ends it only before a blank.</summary>
    private string? ReadFlowPlain()
    {
        int end = lines.End;
        if (Position == end || !MayBeginPlain(text, Position, end))
        {
            return null;
        }

        int first = Position;
        while (Position < end)
        {
            int next = text.AsSpan(Position, end - Position).IndexOfAny(_endsFlow);
            Position = next < 0 ? end : Position + next;
            if (Position < end && text[Position] is '?' or '#')
            {
                return null;
            }

            if (Position == end || text[Position] != ':' || (Position + 1 < end && text[Position + 1] == ' '))
            {
                break;
            }

            // A colon before a bracket, a comma or the line's end is read in more ways than one.
            if (Position + 1 == end || _endsFlow.Contains(text[Position + 1]))
            {
                return null;
            }

            Position++;
        }

        return text[first..Position].TrimEnd(' ');
    }

    /// <summary>Takes the comma behind an item; the last one needs none.</summary>
    private bool Separate(char bracket) => Skip() && (Take(',') || At(bracket));

    private string? ReadQuoted(bool mayBreak)
    {
        (string? value, Position) = YamlQuotes.Read(text, lines, Position, mayBreak);
        return value;
    }

    /// <summary>Goes on behind blanks, comments and line breaks; false at the end of the text.</summary>
    private bool Skip()
    {
        SkipBlanks();
        while (Position == lines.End || (At('#') && (Position == lines.First || text[Position - 1] == ' ')))
        {
            lines.MoveNext();
            if (lines.AtEnd || lines.IsMarker)
            {
                return false;
            }

            Position = lines.First;
        }

        return true;
    }

    private void SkipBlanks()
    {
        while (At(' '))
        {
            Position++;
        }
    }

    private readonly bool At(char letter) => Position < lines.End && text[Position] == letter;

    private bool Take(char letter)
    {
        bool isThere = At(letter);
        Position += isThere ? 1 : 0;
        return isThere;
    }
}
