using System.Text;

namespace ServerlessCompute;

/// <summary>Writes a tree as people write YAML: a key a line, texts without quotes where they need none, several lines as a block.</summary>
internal sealed class YamlPrinter
{
    private const int LineWidth = 100;

    private const int IndentWidth = 2;

    private readonly StringBuilder _text = new();

    /// <summary>The text of a map, with a line break at its end.</summary>
    public static string Print(TreeMap map)
    {
        var printer = new YamlPrinter();
        printer.PrintEntries(map, 0);
        return map.Entries.Count == 0 ? "{}\n" : printer._text.ToString();
    }

    private void PrintEntries(TreeMap map, int indent)
    {
        bool isFirst = true;
        foreach (TreeEntry entry in map.Entries)
        {
            Indent(isFirst ? Here(indent) : indent);
            isFirst = false;
            _text.Append(YamlScalarText.OfKey(entry.Name)).Append(':');
            PrintValue(entry.Value, indent);
        }
    }

    /// <summary>What stands behind a key's colon.</summary>
    private void PrintValue(Tree value, int indent)
    {
        switch (value)
        {
            case TreeMap { Entries.Count: > 0 } map:
                _text.Append('\n');
                PrintEntries(map, indent + IndentWidth);
                break;
            case TreeList { Items.Count: > 0 } list when !TryPrintLine(list):
                _text.Append('\n');
                PrintItems(list, indent);
                break;
            case TreeScalar scalar:
                PrintScalar(scalar, indent);
                break;
            default:
                _text.Append(value switch { TreeMap => " {}\n", TreeList { Items.Count: 0 } => " []\n", _ => "\n" });
                break;
        }
    }

    private void PrintItems(TreeList list, int indent)
    {
        bool isFirst = true;
        foreach (Tree item in list.Items)
        {
            Indent(isFirst ? Here(indent) : indent);
            isFirst = false;
            _text.Append('-');
            switch (item)
            {
                case TreeMap { Entries.Count: > 0 } map:
                    _text.Append(' ');
                    PrintEntries(map, indent + IndentWidth);
                    break;
                case TreeList { Items.Count: > 0 } inner when !TryPrintLine(inner):
                    _text.Append(' ');
                    PrintItems(inner, indent + IndentWidth);
                    break;
                case TreeScalar scalar:
                    PrintScalar(scalar, indent);
                    break;
                default:
                    _text.Append(item switch { TreeMap => " {}\n", TreeList { Items.Count: 0 } => " []\n", _ => "\n" });
                    break;
            }
        }
    }

    private void PrintScalar(TreeScalar scalar, int indent)
    {
        _text.Append(' ');
        if (scalar.Kind == ScalarKind.Text && YamlScalarText.MayBeBlock(scalar.Text))
        {
            PrintBlock(scalar.Text, indent + IndentWidth);
        }
        else
        {
            _text.Append(YamlScalarText.Of(scalar)).Append('\n');
        }
    }

    /// <summary>Several lines as they are; what is behind the bar says how many line breaks the text ends with.</summary>
    private void PrintBlock(string text, int indent)
    {
        string body = text.TrimEnd('\n');
        int breaks = text.Length - body.Length;
        _text.Append(breaks switch { 0 => "|-\n", 1 => "|\n", _ => "|+\n" });
        foreach (string line in (breaks == 0 ? body : text[..^1]).Split('\n'))
        {
            _text.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
        }
    }

    /// <summary>A list of short scalars stands behind its key.</summary>
    private bool TryPrintLine(TreeList list)
    {
        if (!list.Items.All(item => item is TreeScalar scalar && (scalar.Kind != ScalarKind.Text || YamlScalarText.MayStandInLine(scalar.Text))))
        {
            return false;
        }

        string line = $" [{string.Join(", ", list.Items.Select(item => YamlScalarText.Of((TreeScalar)item)))}]";
        bool fits = Column() + line.Length <= LineWidth;
        if (fits)
        {
            _text.Append(line).Append('\n');
        }

        return fits;
    }

    /// <summary>No indent where a hyphen has begun the line.</summary>
    private int Here(int indent) => _text.Length > 0 && _text[^1] == ' ' ? 0 : indent;

    private void Indent(int width) => _text.Append(' ', width);

    private int Column()
    {
        int at = _text.Length;
        while (at > 0 && _text[at - 1] != '\n')
        {
            at--;
        }

        return _text.Length - at;
    }
}
