using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A parameter of a transformer: YAML's text that is a number counts as one.</summary>
internal sealed class TransformerParameterForm : ValueForm<RawJson>
{
    public override bool IsUnset(RawJson value) => value.IsNull;

    public override void WriteRest(Utf8JsonWriter writer, RawJson value) => Forms.Json.WriteRest(writer, value);

    public override RawJson ReadRest(ref Utf8JsonReader reader) => Forms.Json.ReadRest(ref reader);

    public override Tree Write(RawJson value, Dialect dialect) => Forms.Json.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, out RawJson value)
    {
        value = default;
        if (reader.Dialect == Dialect.Yaml)
        {
            if (tree is not TreeScalar { Kind: not ScalarKind.Date } scalar)
            {
                return Wrong(tree, reader, "A text or a number");
            }

            if (scalar.Kind == ScalarKind.Text && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            {
                value = number;
                return true;
            }
        }

        return Forms.Json.TryRead(tree, reader, out value);
    }

    public override void WriteCSharp(CSharpText text, RawJson value) => Forms.Json.WriteCSharp(text, value);
}
