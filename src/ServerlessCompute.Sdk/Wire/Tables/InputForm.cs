using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// An input in steps and YAML. Steps write literals and references to other parts of the pipeline as literals; YAML writes a literal by
/// itself, and data as a map whose type is a folder unless it says another.
/// </summary>
internal sealed class InputForm : ValueForm<Input>
{
    private static readonly Shape<DataInput> _data = new Shape<DataInput>(new DataInput())
        .Add(MemberNames.NotRest("job_input_type", "type"), DataTables.InputType, d => d.Type, (d, v) => d with { Type = v })
        .Add(MemberNames.NotRest("uri", "path"), Forms.Path, d => d.Path, (d, v) => d with { Path = v })
        .Add(MemberNames.NotRest("mode"), DataTables.InputMode, d => d.Mode, (d, v) => d with { Mode = v })
        .Add(MemberNames.NotRest("description"), Forms.Text, d => d.Description, (d, v) => d with { Description = v });

    private static readonly Shape<LiteralInput> _literal = new Shape<LiteralInput>(new LiteralInput())
        .AddConstant(MemberNames.NotRest("job_input_type", "type"), InputTypeWord, yaml: InputTypeWord)
        .Add(MemberNames.NotRest("value"), new LiteralForm(), l => l.Value, (l, v) => l with { Value = v })
        .Add(MemberNames.NotRest("description"), Forms.Text, l => l.Description, (l, v) => l with { Description = v });

    private const string InputTypeWord = InputType.Values.Literal;

    public override bool IsUnset(Input value) => false;

    public override void WriteRest(Utf8JsonWriter writer, Input value) => InputWire.Write(writer, value);

    public override Input ReadRest(ref Utf8JsonReader reader) => InputWire.Read(ref reader);

    public override Tree Write(Input value, Dialect dialect)
    {
        if (value is DataInput data)
        {
            return dialect == Dialect.Step && data.Path?.Kind == AssetPathKind.Binding ? WriteReference(data) : _data.Write(data, dialect);
        }

        var literal = (LiteralInput)value.Plain;
        bool isPlain = literal.Description is null && literal.AdditionalProperties.Count == 0;
        return dialect == Dialect.Yaml && isPlain ? literal.Value : _literal.Write(literal, dialect);
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out Input value)
    {
        value = null;
        if (tree is not TreeMap map)
        {
            bool isLiteral = reader.Dialect == Dialect.Yaml && tree is TreeScalar { Kind: not (ScalarKind.Null or ScalarKind.Date) };
            value = isLiteral ? new LiteralInput { Value = ((TreeScalar)tree).Literal } : null;
            return isLiteral || Wrong(tree, reader, "A text, a number, true or false, or a map with 'type' and 'path'", "Put a date between quotes; leave out an input that has no value.");
        }

        if (map.TryGet("value", out _) && !map.TryGet("path", out _) && !map.TryGet("uri", out _))
        {
            if (!_literal.TryRead(map, reader, out LiteralInput? literal))
            {
                return false;
            }

            // A reference with a mode says how the data reaches the machine.
            value = literal.AdditionalProperties.TryGetValue("mode", out RawJson mode) && mode.Text is { } word
                ? new DataInput { Type = default, Path = literal.Value, Mode = word, AdditionalProperties = literal.AdditionalProperties.Without("mode") }
                : literal;
            return true;
        }

        bool isRead = _data.TryRead(map, reader, out DataInput? data);
        value = data;
        return isRead;
    }

    public override void WriteCSharp(CSharpText text, Input value)
    {
        if (value is DataInput data)
        {
            WriteCSharp(text, data);
        }
        else if (value.Plain is LiteralInput { Description: null, AdditionalProperties.Count: 0 } literal)
        {
            text.Text(literal.Value);
        }
        else
        {
            _literal.WriteCSharp(text, (LiteralInput)value.Plain);
        }
    }

    private static TreeMap WriteReference(DataInput data)
    {
        var entries = new List<TreeEntry> { new("value", data.Path!.Text), new("job_input_type", InputTypeWord) };
        if (data.Mode.Value is { } mode)
        {
            entries.Add(new TreeEntry("mode", mode));
        }

        entries.AddRange(data.AdditionalProperties.Select(extra => new TreeEntry(extra.Key, TreeJson.Read(extra.Value))));
        return new TreeMap(entries);
    }

    private static void WriteCSharp(CSharpText text, DataInput data)
    {
        if (data is { Description: null, AdditionalProperties.Count: 0, Path: { } path } && OpenEnum.MemberName(data.Type) is { } factory && data.Type != InputType.Literal)
        {
            string where = CSharpText.Of(inner => inner.Text(path.Text));
            text.Call($"Input.{factory}", data.Mode.Value is null ? [where] : [where, CSharpText.Of(inner => DataTables.InputMode.WriteCSharp(inner, data.Mode))]);
        }
        else
        {
            _data.WriteCSharp(text, data);
        }
    }
}
