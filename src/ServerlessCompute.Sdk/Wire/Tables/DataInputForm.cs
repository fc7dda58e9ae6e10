using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Data where no literal may stand. YAML may leave its type out, and write nothing but its path.</summary>
/// <param name="type">The type of data that does not say one.</param>
internal sealed class DataInputForm(InputType type) : ValueForm<DataInput>
{
    private const string Type = "type";

    private const string Path = "path";

    public override bool IsUnset(DataInput value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, DataInput value) => InputWire.Write(writer, value);

    public override DataInput ReadRest(ref Utf8JsonReader reader)
    {
        Utf8JsonReader start = reader;
        return InputWire.Read(ref reader) as DataInput ?? throw WireValue.Wrong(ref start, "data");
    }

    public override Tree Write(DataInput value, Dialect dialect) => DataTables.Input.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out DataInput value)
    {
        if (reader.Dialect == Dialect.Yaml && tree is TreeScalar { Kind: ScalarKind.Text })
        {
            tree = new TreeMap([new TreeEntry(Path, tree)], tree.Place);
        }

        if (reader.Dialect == Dialect.Yaml && tree is TreeMap map && !map.TryGet(Type, out _))
        {
            tree = map.With(Type, type.Value!);
        }

        bool isRead = DataTables.Input.TryRead(tree, reader, out Input? input);
        value = input as DataInput;
        return isRead && (value is not null || Wrong(tree, reader, "A path, or a map with 'type' and 'path'"));
    }

    public override void WriteCSharp(CSharpText text, DataInput value) => DataTables.Input.WriteCSharp(text, value);
}
