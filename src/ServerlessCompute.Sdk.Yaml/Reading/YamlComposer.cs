using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ServerlessCompute;

/// <summary>
/// Makes a tree of a document, which it reads as PyYAML's safe loader does: aliases, merge keys, tags, and plain scalars with the meaning
/// that YAML 1.1 gives them. Unlike it, a key may not stand twice in a map. For one document.
/// </summary>
internal sealed class YamlComposer
{
    /// <summary>No file that people write is as deep; what is deeper is meant to overflow something.</summary>
    private const int MaxDepth = 100;

    /// <summary>As many values as a document may have once every alias is put out in full.</summary>
    private const int MaxValues = 2_000_000;

    /// <summary>As many of them as aliases may repeat.</summary>
    private const int MaxRepeated = 100_000;

    private readonly IParser _parser;
    private readonly TreePlace _start;
    private readonly Action<TreePlace, string, string> _report;
    private readonly Dictionary<AnchorName, Anchored> _anchors = [];
    private readonly List<(int Start, int End)> _quoted = [];
    private int _depth;
    private int _values;
    private int _repeated;

    private YamlComposer(IParser parser, TreePlace start, Action<TreePlace, string, string> report)
    {
        _parser = parser;
        _start = start;
        _report = report;
    }

    /// <summary>Reads a text that holds one document: what most files are made of at once, the others with a whole parser.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The document, without a line.</param>
    /// <param name="report">Takes what is wrong and keeps nothing from being read.</param>
    /// <returns>The tree; null for an empty text.</returns>
    /// <exception cref="YamlSyntaxException">The text is no YAML, or goes beyond a limit.</exception>
    public static Tree? Compose(string text, TreePlace start, Action<TreePlace, string, string> report) => YamlReader.TryRead(text, start) ?? ComposeWhole(text, start, report);

    /// <summary>Reads a text with a parser that knows all of YAML.</summary>
    /// <inheritdoc cref="Compose"/>
    public static Tree? ComposeWhole(string text, TreePlace start, Action<TreePlace, string, string> report)
    {
        var composer = new YamlComposer(new Parser(new StringReader(text)), start, report);
        try
        {
            Tree? tree = composer.ReadDocument();
            if (text.Contains('\t', StringComparison.Ordinal))
            {
                YamlTabs.Check(text, composer._quoted, start, report);
            }

            return tree;
        }
        catch (YamlException e)
        {
            throw YamlMistakes.Explain(e, text, start);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser says so of some texts with flow characters in places where it does not expect them, of tags that are no addresses,
            // and of escapes that are no characters.
            throw new YamlSyntaxException(composer.Place(composer._parser.Current?.End ?? Mark.Empty), "What follows this is no YAML.", "A text that holds brackets, braces or commas stands between quotes.");
        }
    }

    private Tree? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        Tree tree = Read();
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart next)
        {
            throw new YamlSyntaxException(Place(next.Start), "Here a second document begins; a file holds one.", "Make a file of its own for it, or take the line '---' out.");
        }

        return tree;
    }

    private Tree Read()
    {
        if (_parser.Current is AnchorAlias)
        {
            return Dereference(_parser.Consume<AnchorAlias>());
        }

        if (_parser.Current is not NodeEvent node)
        {
            // A colon without a name before it ends maps early, as the parser sees it.
            throw new YamlSyntaxException(Place(_parser.Current?.Start ?? Mark.Empty), "Here the name before the colon is missing, or the value behind it.", "Write it, or take the line out.");
        }

        int before = _values++;
        Demand(_values <= MaxValues, node, "There is more in this document than is read, once its aliases are put out in full.");
        if (!node.Anchor.IsEmpty)
        {
            Demand(_anchors.TryAdd(node.Anchor, default), node, $"Something before this is called '&{node.Anchor.Value}', too.");
        }

        Tree tree = node is Scalar ? Read(_parser.Consume<Scalar>()) : ReadCollection(node);
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = new Anchored(tree, _values - before);
        }

        return tree;
    }

    private Tree ReadCollection(NodeEvent node)
    {
        Demand(++_depth <= MaxDepth, node, $"This is nested more than {MaxDepth} levels deep.");
        Tree tree = node is MappingStart ? ReadMap(_parser.Consume<MappingStart>()) : ReadList(_parser.Consume<SequenceStart>());
        _depth--;
        return tree;
    }

    private Tree Dereference(AnchorAlias alias)
    {
        Demand(_anchors.TryGetValue(alias.Value, out Anchored anchored), alias, $"Nothing before this is called '&{alias.Value}'.");
        Demand(anchored.Tree is not null, alias, $"'*{alias.Value}' stands within what it means.");
        _values += anchored.Size;
        _repeated += anchored.Size;
        Demand(_values <= MaxValues && _repeated <= MaxRepeated, alias, "There is more in this document than is read, once its aliases are put out in full.");
        return anchored.Tree!;
    }

    private TreeList ReadList(SequenceStart start)
    {
        Demand(YamlTags.IsList(start.Tag), start, $"The tag '{start.Tag}' is not known.");
        var items = new List<Tree>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Read());
        }

        return new TreeList(items, Place(start.Start));
    }

    private TreeMap ReadMap(MappingStart start)
    {
        Demand(YamlTags.IsMap(start.Tag), start, $"The tag '{start.Tag}' is not known.");
        var map = new MergingMap(_report);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            TreePlace place = Place(_parser.Current!.Start);
            if (_parser.Current is Scalar { Value: YamlScalars.Merge, Style: ScalarStyle.Plain, Tag.IsEmpty: true })
            {
                _parser.Consume<Scalar>();
                map.Merge(Read(), place);
            }
            else
            {
                TreeScalar? name = ReadKey(place);
                Tree value = Read();
                if (name is not null)
                {
                    map.Add(new TreeEntry(name.Text, value, place, name.Kind));
                }
            }
        }

        return map.ToMap(Place(start.Start));
    }

    private TreeScalar? ReadKey(TreePlace place)
    {
        if (_parser.Current is Scalar { Value: YamlScalars.Reserved, Style: ScalarStyle.Plain })
        {
            return new TreeScalar(ScalarKind.Text, _parser.Consume<Scalar>().Value, place);
        }

        Tree key = Read();
        if (key is TreeScalar { IsNull: false } name)
        {
            return name;
        }

        if (key is TreeScalar)
        {
            _report(place, "Here the name before the colon is missing.", "Write a name, or take the line out.");
        }
        else
        {
            _report(place, $"A name belongs before the colon, not {key.Describe()}.", "A text that begins with a bracket or a brace stands between quotes.");
        }

        return null;
    }

    private TreeScalar Read(Scalar scalar)
    {
        TreePlace place = Place(scalar.Start);
        if (scalar.Style != ScalarStyle.Plain)
        {
            _quoted.Add(((int)scalar.Start.Index, (int)scalar.End.Index));
        }

        bool isPlain = scalar.Tag.IsNonSpecific ? scalar.Tag.Value == "!" || scalar.Style == ScalarStyle.Plain : scalar.Tag.IsEmpty && scalar.Style == ScalarStyle.Plain;
        TreeScalar? read = isPlain ? YamlScalars.Resolve(scalar.Value, place)
            : scalar.Tag.IsEmpty ? new TreeScalar(ScalarKind.Text, scalar.Value, place)
            : YamlTags.KindOf(scalar.Tag) is { } kind ? YamlScalars.As(kind, scalar.Value, place)
            : null;
        if (read is null)
        {
            _report(
                place,
                scalar.Tag.IsEmpty ? $"'{scalar.Value}' is no value in YAML." : $"'{scalar.Value}' with the tag '{scalar.Tag}' is no value that can be read.",
                scalar.Tag.IsEmpty ? "Put it between quotes." : "Leave the tag out.");
            return new TreeScalar(ScalarKind.Text, scalar.Value, place);
        }

        return read;
    }

    private void Demand(bool holds, ParsingEvent at, string message)
    {
        if (!holds)
        {
            throw new YamlSyntaxException(Place(at.Start), message, "");
        }
    }

    private TreePlace Place(Mark mark) => _start with { Line = (int)mark.Line, Column = (int)mark.Column };

    private readonly record struct Anchored(Tree? Tree, int Size);
}
