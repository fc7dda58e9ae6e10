using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A setting of the models that AutoML tries: one value or a distribution. REST has a text; YAML has a value, or a map as sweeps have it;
/// steps have the text for images, and what YAML has for texts.
/// </summary>
/// <param name="kind">What the setting is.</param>
/// <param name="textInSteps">Whether steps have the text.</param>
/// <param name="words">The words it takes, where it is a word.</param>
internal sealed class TuningForm(TuningKind kind, bool textInSteps, string[]? words = null) : ValueForm<SearchValue>
{
    private static readonly string[] _continuous = ["uniform", "quniform", "loguniform", "qloguniform", "normal", "qnormal", "lognormal", "qlognormal", "randint"];

    private static readonly string[] _discrete = ["randint", "quniform", "qnormal"];

    private static readonly SearchValueForm _tree = new();

    public TuningKind Kind { get; } = kind;

    public string[] Words { get; } = words ?? [];

    public override bool IsUnset(SearchValue value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, SearchValue value) => writer.WriteStringValue(TuningText.Write(value, Kind));

    public override SearchValue ReadRest(ref Utf8JsonReader reader) => TuningText.Read(WireValue.Text(ref reader), Kind);

    public override Tree Write(SearchValue value, Dialect dialect) => dialect == Dialect.Step && textInSteps ? TuningText.Write(value, Kind) : _tree.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out SearchValue value)
    {
        value = null;
        if (reader.Dialect == Dialect.Step && textInSteps)
        {
            value = tree is TreeScalar { Kind: ScalarKind.Text, Text: var text } ? TuningText.Read(text, Kind) : null;
            return value is not null;
        }

        if (tree is not TreeMap map)
        {
            value = Constant(tree, reader);
            return value is not null;
        }

        if (map.Text("type") == "choice")
        {
            value = Choice(map, reader) is { } choice ? (SearchValue)choice : null;
            return value is not null;
        }

        string[] allowed = Kind switch { TuningKind.Number => _continuous, TuningKind.Integer => _discrete, _ => [] };
        if (reader.Dialect == Dialect.Yaml && map.Text("type") is { } name && !allowed.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            string[] all = ["choice", .. allowed];
            reader.Report(map.Get("type")!.Place, $"'{name}' is no distribution for this setting.{Spelling.DidYouMean(name, all)}", $"Write one of {string.Join(", ", all)}.");
            return false;
        }

        bool isRead = SearchTables.Space.TryRead(map, reader, out SearchSpace? space) && space is not UnknownSearchSpace;
        value = isRead ? (SearchValue)space! : null;
        return isRead;
    }

    public override void WriteCSharp(CSharpText text, SearchValue value)
    {
        if (value.Space is ChoiceSearchSpace { AdditionalProperties.Count: 0 } choice)
        {
            text.Call("Search.Choice", choice.Values.Select(one => CSharpText.Of(inner => _tree.WriteCSharp(inner, one))));
        }
        else
        {
            _tree.WriteCSharp(text, value);
        }
    }

    private ChoiceSearchSpace? Choice(TreeMap map, TreeReader reader)
    {
        if (reader.Dialect == Dialect.Yaml && map.Entries.FirstOrDefault(entry => entry.Name is not ("type" or "values")) is { Name: not null } other)
        {
            UnknownNames.Report(other, ["type", "values"], reader);
            return null;
        }

        if (map.Get("values") is not TreeList list || map.Entries.Count > 2)
        {
            _ = Wrong(map.Get("values") ?? map, reader, "A list under 'values'");
            return null;
        }

        SearchValue?[] values = [.. list.Items.Select(item => Constant(item, reader))];
        if (Array.Exists(values, value => value is null))
        {
            return null;
        }

        // Numbers that all have a point keep it: they are written with one.
        bool keepPoints = Kind == TuningKind.Number && list.Items.All(item => item is TreeScalar { Kind: ScalarKind.Number } scalar && double.IsInteger(scalar.AsDouble()));
        return new ChoiceSearchSpace { Values = keepPoints ? list.Items.Select(item => SearchValue.Of(TreeJson.ToRaw(item))).ToArray() : values.Select(value => value!).ToArray() };
    }

    private SearchValue? Constant(Tree tree, TreeReader reader)
    {
        SearchValue? value = (Kind, tree) switch
        {
            (TuningKind.Text, TreeScalar { Kind: ScalarKind.Text, Text: var text }) => text,
            (TuningKind.Word, TreeScalar { Kind: ScalarKind.Text, Text: var text }) => Array.Find(Words, word => Plain(word) == Plain(text)) is { } known ? (SearchValue)known : null,
            (TuningKind.Integer, TreeScalar { Kind: ScalarKind.Integer } number) => SearchValue.Of(TuningText.Plain(number)),
            (TuningKind.Number, TreeScalar { Kind: ScalarKind.Integer or ScalarKind.Number } number) => SearchValue.Of(TuningText.Plain(number)),
            (TuningKind.Number, TreeScalar { Kind: ScalarKind.Text }) when reader.Dialect == Dialect.Yaml && Forms.Number.TryRead(tree, new QuietReader(Dialect.Yaml), out double number) && double.IsFinite(number) => number,
            (TuningKind.Flag, TreeScalar) when Forms.Flag.TryRead(tree, new QuietReader(reader.Dialect), out bool flag) => flag,
            _ => null,
        };
        if (value is null)
        {
            string wanted = Kind switch
            {
                TuningKind.Word => $"One of {string.Join(", ", Words)}",
                TuningKind.Integer => "A whole number",
                TuningKind.Number => "A number",
                TuningKind.Flag => "true or false",
                _ => "A text",
            };
            _ = Wrong(tree, reader, $"{wanted}, or a map with 'type: choice'");
        }

        return value;
    }

    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
