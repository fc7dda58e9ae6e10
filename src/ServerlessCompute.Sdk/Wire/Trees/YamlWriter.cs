using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Writes YAML letter by letter as PyYAML does by default, since the hash of an environment is one of this text: keys sorted, block
/// style, sequences at their key's column, 80 columns, everything beyond ASCII escaped.
/// </summary>
internal sealed class YamlWriter
{
    private const int BestWidth = 80;

    private readonly StringBuilder _text = new();
    private int _lineStart;

    private int Column => _text.Length - _lineStart;

    /// <summary>Whether everything in a tree can be written in the way that is known here.</summary>
    public static bool CanWrite(Tree tree) => tree switch
    {
        TreeMap map => map.Entries.All(entry => IsSeen(entry.Name) && CanWrite(entry.Value)),
        TreeList list => list.Items.All(CanWrite),
        TreeScalar { Kind: ScalarKind.Text } text => IsSeen(text.Text),
        TreeScalar { Kind: ScalarKind.Number } number => double.IsFinite(number.AsDouble()),
        TreeScalar { Kind: ScalarKind.Date } => false,
        _ => true,
    };

    public static string Write(Tree tree)
    {
        var writer = new YamlWriter();
        switch (tree)
        {
            case TreeMap { Entries.Count: > 0 } map:
                writer.WriteMap(map, indent: 0, isBehindHyphen: false);
                break;
            default:
                writer._text.Append("{}");
                break;
        }

        return writer._text.Append('\n').ToString();
    }

    private void WriteMap(TreeMap map, int indent, bool isBehindHyphen)
    {
        foreach (TreeEntry entry in map.Entries.OrderBy(e => e.Name, CodePointOrder.Comparer))
        {
            StartEntry(indent, isBehindHyphen);
            isBehindHyphen = false;
            WriteText(entry.Name, indent, isKey: true);
            _text.Append(':');
            WriteValue(entry.Value, indent, sequenceIndent: indent, isBehindHyphen: false);
        }
    }

    private void WriteSequence(TreeList sequence, int indent, bool isBehindHyphen)
    {
        foreach (Tree item in sequence.Items)
        {
            StartEntry(indent, isBehindHyphen);
            isBehindHyphen = false;
            _text.Append('-');
            WriteValue(item, indent, sequenceIndent: indent + 2, isBehindHyphen: true);
        }
    }

    /// <summary>A new line, unless a hyphen has just begun the one that the entry may stand on.</summary>
    private void StartEntry(int indent, bool isBehindHyphen)
    {
        if (isBehindHyphen)
        {
            _text.Append(' ', indent - Column);
        }
        else if (_text.Length > 0)
        {
            BreakLine(indent);
        }
    }

    private void WriteValue(Tree value, int indent, int sequenceIndent, bool isBehindHyphen)
    {
        switch (value)
        {
            case TreeMap { Entries.Count: > 0 } map:
                WriteMap(map, indent + 2, isBehindHyphen);
                break;
            case TreeList { Items.Count: > 0 } sequence:
                WriteSequence(sequence, sequenceIndent, isBehindHyphen);
                break;
            case TreeScalar { Kind: ScalarKind.Text } text:
                _text.Append(' ');
                WriteText(text.Text, indent + 2, isKey: false);
                break;
            default:
                _text.Append(' ').Append(value switch { TreeScalar scalar => Plain(scalar), TreeMap => "{}", _ => "[]" });
                break;
        }
    }

    private void WriteText(string text, int indent, bool isKey)
    {
        if (text.Any(c => !char.IsBetween(c, ' ', '~')))
        {
            WriteDoubleQuoted(text, indent, isKey);
        }
        else if (MayBePlain(text))
        {
            WriteWords(text, indent, isKey);
        }
        else
        {
            // A line may break within quotes, but not right behind the first or before the last.
            string escaped = text.Replace("'", "''", StringComparison.Ordinal);
            int start = escaped.Length - escaped.TrimStart(' ').Length;
            int end = escaped.TrimEnd(' ').Length;
            _text.Append('\'').Append(' ', start);
            if (end > start)
            {
                WriteWords(escaped[start..end], indent, isKey);
                _text.Append(' ', escaped.Length - end);
            }

            _text.Append('\'');
        }
    }

    /// <summary>Where a word ended beyond the width, a single blank behind it becomes a line break.</summary>
    private void WriteWords(string text, int indent, bool isKey)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isSingleBlank = text[i] == ' ' && text[i - 1] != ' ' && text[i + 1] != ' ';
            if (isSingleBlank && Column > BestWidth && !isKey)
            {
                BreakLine(indent);
            }
            else
            {
                _text.Append(text[i]);
            }
        }
    }

    private void WriteDoubleQuoted(string text, int indent, bool isKey)
    {
        _text.Append('"');
        int start = 0;
        for (int end = 0; end <= text.Length; end++)
        {
            bool isPlain = end < text.Length && char.IsBetween(text[end], ' ', '~') && text[end] is not ('"' or '\\');
            if (!isPlain)
            {
                _text.Append(text, start, end - start);
                start = end;
                if (end < text.Length)
                {
                    Rune rune = Rune.GetRuneAt(text, end);
                    _text.Append(Escape(rune));
                    end += rune.Utf16SequenceLength - 1;
                    start = end + 1;
                }
            }

            bool mayBreak = end > 0 && end < text.Length - 1 && (text[end] == ' ' || start >= end);
            if (mayBreak && Column + (end - start) > BestWidth && !isKey)
            {
                if (start < end)
                {
                    _text.Append(text, start, end - start);
                    start = end;
                }

                _text.Append('\\');
                BreakLine(indent);
                if (text[start] == ' ')
                {
                    _text.Append('\\');
                }
            }
        }

        _text.Append('"');
    }

    private void BreakLine(int indent)
    {
        _text.Append('\n');
        _lineStart = _text.Length;
        _text.Append(' ', indent);
    }

    /// <summary>A number is written with the point that YAML wants before an exponent.</summary>
    private static string Plain(TreeScalar scalar) =>
        scalar.Kind == ScalarKind.Number && !scalar.Text.Contains('.', StringComparison.Ordinal) ? scalar.Text.Replace("e", ".0e", StringComparison.Ordinal) : scalar.Text;

    private static bool MayBePlain(string text) =>
        text.Length > 0
        && text[0] != ' '
        && text[^1] != ' '
        && !text.StartsWith("---", StringComparison.Ordinal)
        && !text.StartsWith("...", StringComparison.Ordinal)
        && !"#,[]{}&*!|>'\"%@`".Contains(text[0], StringComparison.Ordinal)
        && !(text[0] is '?' or ':' or '-' && (text.Length == 1 || text[1] == ' '))
        && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && YamlScalars.IsText(text);

    private static bool IsSeen(string text) => !text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\ufeff');

    private static string Escape(Rune rune) => rune.Value switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        0xa0 => "\\_",
        <= 0xff => $"\\x{rune.Value.ToString("X2", CultureInfo.InvariantCulture)}",
        <= 0xffff => $"\\u{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}",
        _ => $"\\U{rune.Value.ToString("X8", CultureInfo.InvariantCulture)}",
    };
}
