using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A number.</summary>
internal sealed class NumberForm : ValueForm<double>
{
    public override bool IsUnset(double value) => false;

    public override void WriteRest(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    public override double ReadRest(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : throw WireValue.Wrong(ref reader, "a number");

    /// <summary>A whole number is written as one: where it stands, the contract makes no difference.</summary>
    public override Tree Write(double value, Dialect dialect) =>
        double.IsInteger(value) && Math.Abs(value) < 1e15 ? TreeScalar.Of((long)value) : TreeScalar.Of(value);

    public override bool TryRead(Tree tree, TreeReader reader, out double value)
    {
        value = 0;
        if (tree is TreeScalar { Kind: ScalarKind.Integer or ScalarKind.Number } scalar)
        {
            value = scalar.AsDouble();
            return true;
        }

        if (reader.Dialect == Dialect.Yaml && tree is TreeScalar { Kind: ScalarKind.Text } text
            && double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed))
        {
            value = parsed;
            return true;
        }

        return Wrong(tree, reader, "A number");
    }

    public override void WriteCSharp(CSharpText text, double value) => text.Number(value);
}
