using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A whole number.</summary>
internal sealed class IntegerForm : ValueForm<int>
{
    public override bool IsUnset(int value) => false;

    public override void WriteRest(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    public override int ReadRest(ref Utf8JsonReader reader) => WireValue.WholeNumber(ref reader)!.Value;

    public override Tree Write(int value, Dialect dialect) => TreeScalar.Of(value);

    public override bool TryRead(Tree tree, TreeReader reader, out int value)
    {
        if (tree is TreeScalar scalar && TryParse(scalar, reader.Dialect, out value))
        {
            return true;
        }

        value = 0;
        return Wrong(tree, reader, "A whole number");
    }

    public override void WriteCSharp(CSharpText text, int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>YAML may write it as a text or with a point, as the reference client reads it; what the service sends is taken as it is.</summary>
    private static bool TryParse(TreeScalar scalar, Dialect dialect, out int value)
    {
        value = 0;
        return scalar.Kind switch
        {
            ScalarKind.Integer => int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
            ScalarKind.Text when dialect == Dialect.Yaml => int.TryParse(scalar.Text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
            ScalarKind.Number when dialect == Dialect.Yaml && Math.Abs(scalar.AsDouble()) < int.MaxValue => (value = (int)scalar.AsDouble()) is var _,
            _ => false,
        };
    }
}
