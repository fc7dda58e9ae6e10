using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// An output in steps and YAML. A step's output that is the pipeline's is a reference to it; YAML may say nothing of an output, or write
/// such a reference by itself.
/// </summary>
internal sealed class OutputForm : ValueForm<Output>
{
    private const string Literal = "literal";

    private static readonly Shape<Output> _table = new Shape<Output>(new Output())
        .Add(MemberNames.NotRest("job_output_type", "type"), DataTables.OutputType, o => o.Type, (o, v) => o with { Type = v })
        .Add(MemberNames.NotRest("uri", "path"), Forms.Path, o => o.Path, (o, v) => o with { Path = v })
        .Add(MemberNames.NotRest("mode"), DataTables.OutputMode, o => o.Mode, (o, v) => o with { Mode = v })
        .Add(MemberNames.NotRest("name"), Forms.Text, o => o.AssetName, (o, v) => o with { AssetName = v })
        .Add(MemberNames.NotRest("version"), Forms.Version, o => o.AssetVersion, (o, v) => o with { AssetVersion = v })
        .Add(MemberNames.NotRest("description"), Forms.Text, o => o.Description, (o, v) => o with { Description = v });

    public override bool IsUnset(Output value) => false;

    public override void WriteRest(Utf8JsonWriter writer, Output value) => OutputWire.Write(writer, value);

    public override Output ReadRest(ref Utf8JsonReader reader) => OutputWire.Read(ref reader);

    public override Tree Write(Output value, Dialect dialect)
    {
        if (!PipelineReference.IsWhole(value.Path?.Text))
        {
            return _table.Write(value, dialect);
        }

        if (dialect == Dialect.Yaml)
        {
            return value == new Output { Path = value.Path, Type = default } ? value.Path!.Text : _table.Write(value, dialect);
        }

        var entries = new List<TreeEntry> { new("value", value.Path!.Text), new("type", Literal) };
        entries.AddRange(((TreeMap)_table.Write(value with { Path = null, Type = default }, dialect)).Entries);
        return new TreeMap(entries);
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out Output value)
    {
        value = null;
        if (tree is TreeScalar { IsNull: true })
        {
            value = new Output { IsBare = true };
            return true;
        }

        if (tree is TreeScalar { Kind: ScalarKind.Text } text && reader.Dialect == Dialect.Yaml && PipelineReference.IsWhole(text.Text))
        {
            value = new Output { Type = default, Path = text.Text };
            return true;
        }

        if (tree is TreeMap map && reader.Dialect == Dialect.Step && map.Text("value") is { } reference && PipelineReference.IsWhole(reference) && map.Text("type") == Literal)
        {
            bool isReference = _table.TryRead(map.Without("value", "type"), reader, out Output? bound);
            value = bound! with { Type = default, Path = reference };
            return isReference;
        }

        return _table.TryRead(tree, reader, out value);
    }

    public override void WriteCSharp(CSharpText text, Output value)
    {
        if (value is { AssetName: null, AssetVersion: null, Description: null, AdditionalProperties.Count: 0 } && OpenEnum.MemberName(value.Type) is { } factory)
        {
            var arguments = new List<string>();
            if (value.Path is { } path)
            {
                arguments.Add(CSharpText.Of(inner => inner.Text(path.Text)));
            }

            if (value.Mode.Value is not null)
            {
                arguments.Add("mode: " + CSharpText.Of(inner => DataTables.OutputMode.WriteCSharp(inner, value.Mode)));
            }

            text.Call($"Output.{factory}", arguments);
        }
        else
        {
            _table.WriteCSharp(text, value);
        }
    }
}
