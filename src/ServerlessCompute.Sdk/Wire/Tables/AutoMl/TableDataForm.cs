using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Data of one type, which nobody has to name: what AutoML reads. Steps and YAML write a reference to another part of the pipeline by
/// itself, and other data as a map.
/// </summary>
/// <param name="type">The type.</param>
internal sealed class TableDataForm(InputType type) : ValueForm<DataInput>
{
    private readonly Shape<DataInput> _table = new Shape<DataInput>(new DataInput { Type = type }, new DataInput { Type = default })
        .Add(MemberNames.NotRest("type"), DataTables.InputType, d => d.Type, (d, v) => d with { Type = v })
        .Add(MemberNames.NotRest("path"), Forms.Path, d => d.Path, (d, v) => d with { Path = v }, required: true)
        .Add(MemberNames.NotRest("mode"), DataTables.InputModeAsInYaml, d => d.Mode, (d, v) => d with { Mode = v })
        .Add(MemberNames.NotRest("description"), Forms.Text, d => d.Description, (d, v) => d with { Description = v });

    public InputType Type { get; } = type;

    public override bool IsUnset(DataInput value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, DataInput value) => InputWire.Write(writer, value);

    public override DataInput ReadRest(ref Utf8JsonReader reader)
    {
        Utf8JsonReader start = reader;
        return InputWire.Read(ref reader) as DataInput ?? throw WireValue.Wrong(ref start, "data");
    }

    public override Tree Write(DataInput value, Dialect dialect) => IsReference(value.Path) && value == Reference(value.Path!) ? value.Path!.Text : _table.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out DataInput value)
    {
        if (tree is TreeScalar { Kind: ScalarKind.Text, Text: var text } && !string.IsNullOrWhiteSpace(text) && IsReference(text))
        {
            value = Reference(text);
            return true;
        }

        bool isRead = _table.TryRead(tree, reader, out value);
        if (isRead && reader.Dialect == Dialect.Yaml && value!.Type != Type)
        {
            reader.Report(((TreeMap)tree).Get("type")!.Place, $"AutoML reads data of type {Type}, not {value.Type}.", $"Write 'type: {Type}'.");
            isRead = false;
        }

        return isRead;
    }

    public override void WriteCSharp(CSharpText text, DataInput value) => DataTables.Input.WriteCSharp(text, value);

    private DataInput Reference(AssetPath path) => new() { Type = Type, Path = path };

    private static bool IsReference(AssetPath? path) => path?.Kind == AssetPathKind.Binding;
}
