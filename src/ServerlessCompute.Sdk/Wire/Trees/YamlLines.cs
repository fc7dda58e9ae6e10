using System.Buffers;

namespace ServerlessCompute;

/// <summary>The lines of a text, one after the other, without those that say nothing.</summary>
internal sealed class YamlLines
{
    /// <summary>Characters that may not stand anywhere in what is read here: they indent, end lines, or cannot be seen.</summary>
    private static readonly SearchValues<char> _unfit = SearchValues.Create(
        [.. Enumerable.Range(0, 0xa0).Where(letter => letter is (< ' ' and not ('\n' or '\r')) or > '~').Select(letter => (char)letter), '\u2028', '\u2029', '\ufeff']);

    private readonly string _text;
    private int _next;

    private YamlLines(string text) => _text = text;

    /// <summary>The columns before the line's first letter.</summary>
    public int Indent { get; private set; }

    /// <summary>Where the line's first letter is.</summary>
    public int First { get; private set; }

    /// <summary>Where its last letter ends; blanks may be behind it, and a comment before.</summary>
    public int End { get; private set; }

    /// <summary>The line's number, counted from 1.</summary>
    public int Number { get; private set; }

    public bool AtEnd { get; private set; }

    /// <summary>How many empty lines were skipped before this one.</summary>
    public int Blanks { get; private set; }

    /// <summary>Whether comments were skipped before this line.</summary>
    public bool HasComments { get; private set; }

    /// <summary>Whether the line is, or begins with, an item of a list.</summary>
    public bool IsItem => _text[First] == '-' && (First + 1 == End || _text[First + 1] == ' ');

    /// <summary>Whether the line begins or ends a document: three hyphens or points at its beginning.</summary>
    public bool IsMarker => Indent == 0 && First == Start && End - First >= 3 && _text.AsSpan(First, 3) is "---" or "...";

    /// <summary>The lines of a text, standing at the first one; null when there are characters in it that are not known here.</summary>
    public static YamlLines? Of(string text)
    {
        if (text.AsSpan().ContainsAny(_unfit))
        {
            return null;
        }

        for (int at = text.IndexOf('\r', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\r', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] != '\n')
            {
                return null;
            }
        }

        var lines = new YamlLines(text);
        lines.MoveNext();
        if (!lines.AtEnd && lines is { Indent: 0 } && lines.Is("---"))
        {
            lines.MoveNext();
        }

        return lines;
    }

    /// <summary>Goes on to the next line that says something.</summary>
    public void MoveNext()
    {
        (Blanks, HasComments) = (0, false);
        while (MoveNextRaw())
        {
            if (First == End)
            {
                Blanks++;
            }
            else if (_text[First] == '#')
            {
                HasComments = true;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Goes on to the next line, whatever it is.</summary>
    public bool MoveNextRaw()
    {
        if (_next >= _text.Length)
        {
            AtEnd = true;
            return false;
        }

        int start = _next;
        int end = _text.IndexOf('\n', start);
        _next = end < 0 ? _text.Length + 1 : end + 1;
        end = end < 0 ? _text.Length : end;
        RawEnd = end > start && _text[end - 1] == '\r' ? end - 1 : end;
        EndsWithBreak = _next <= _text.Length;
        int first = start;
        while (first < RawEnd && _text[first] == ' ')
        {
            first++;
        }

        int last = RawEnd;
        while (last > first && _text[last - 1] == ' ')
        {
            last--;
        }

        (Start, First, End, Indent) = (start, first, last, first - start);
        Number++;
        return true;
    }

    /// <summary>Where the line begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the line ends, with the blanks at its end.</summary>
    public int RawEnd { get; private set; }

    /// <summary>Whether a line break ends the line, not the text.</summary>
    public bool EndsWithBreak { get; private set; }

    /// <summary>Goes on behind a comment on the line.</summary>
    public void SkipComment()
    {
        if (!AtEnd && _text[First] == '#')
        {
            MoveNext();
        }
    }

    /// <summary>Takes what stands behind a hyphen for a line of its own.</summary>
    public void Narrow(int first) => (Indent, First) = (first - Start, first);

    private bool Is(string line) => _text.AsSpan(First, End - First).SequenceEqual(line);
}
