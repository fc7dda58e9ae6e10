using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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
            return dialect == Dialect.Step && PipelineReference.IsWhole(data.Path?.Text) ? WriteReference(data) : _data.Write(data, dialect);
        }

        var literal = (LiteralInput)value.Plain;
        bool isPlain = literal.Description is null && literal.AdditionalProperties.Count == 0;
        return dialect == Dialect.Yaml && isPlain ? AsWritten(literal) : _literal.Write(literal, dialect);
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out Input value)
    {
        value = null;
        if (tree is not TreeMap map)
        {
            bool isLiteral = reader.Dialect == Dialect.Yaml && tree is TreeScalar { Kind: not (ScalarKind.Null or ScalarKind.Date) };
            value = isLiteral ? Literal((TreeScalar)tree) : null;
            return isLiteral || Wrong(tree, reader, "A text, a number, true or false, or a map with 'type' and 'path'", "Put a date between quotes; leave out an input that has no value.");
        }

        if (map.TryGet("value", out Tree? content) && content is TreeScalar { IsNull: false } scalar && !map.TryGet("path", out _) && !map.TryGet("uri", out _))
        {
            if (!_literal.TryRead(map, reader, out LiteralInput? literal))
            {
                return false;
            }

            // A reference with a mode says how the data reaches the machine.
            value = literal.AdditionalProperties.TryGetValue("mode", out RawJson mode) && mode.Text is { } word && PipelineReference.IsWhole(literal.Value)
                ? new DataInput { Type = default, Path = literal.Value, Mode = word, Description = literal.Description, AdditionalProperties = literal.AdditionalProperties.Without("mode") }
                : literal with { WrittenAs = TypeOf(scalar) };
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

    private static LiteralInput Literal(TreeScalar scalar) => new() { Value = scalar.Literal, WrittenAs = TypeOf(scalar) };

    private static PortType TypeOf(TreeScalar scalar) => scalar.Kind switch
    {
        ScalarKind.Flag => PortType.Boolean,
        ScalarKind.Integer => PortType.Integer,
        ScalarKind.Number => PortType.Number,
        _ => default,
    };

    /// <summary>A number or a truth value as such, where that is read as the same text again.</summary>
    private static Tree AsWritten(LiteralInput literal)
    {
        TreeScalar? scalar = literal.WrittenAs.Value switch
        {
            PortType.Values.Boolean => TreeScalar.Of(literal.Value == LiteralFormat.Format(true)),
            PortType.Values.Integer when long.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => TreeScalar.Of(number),
            PortType.Values.Number when double.TryParse(literal.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) => TreeScalar.Of(number),
            _ => null,
        };
        return scalar?.Literal == literal.Value ? scalar : literal.Value;
    }

    private static TreeMap WriteReference(DataInput data)
    {
        var entries = new List<TreeEntry> { new("value", data.Path!.Text), new("job_input_type", InputTypeWord) };
        if (data.Mode.Value is { } mode)
        {
            entries.Add(new TreeEntry("mode", mode));
        }

        if (data.Description is { } description)
        {
            entries.Add(new TreeEntry("description", description));
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
