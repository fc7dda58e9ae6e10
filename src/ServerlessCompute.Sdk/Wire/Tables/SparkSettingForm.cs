using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The value of one of Spark's settings: a text in REST; in trees a text, a number or a truth value.</summary>
internal sealed class SparkSettingForm : ValueForm<SparkSetting>
{
    public override bool IsUnset(SparkSetting value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, SparkSetting value) => writer.WriteStringValue(value.Text);

    public override SparkSetting ReadRest(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => SparkSetting.OfNumber(Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.True or JsonTokenType.False => reader.GetBoolean(),
        _ => WireValue.Text(ref reader),
    };

    public override Tree Write(SparkSetting value, Dialect dialect) => TreeJson.Read(value.Json);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out SparkSetting value)
    {
        value = tree switch
        {
            TreeScalar { Kind: ScalarKind.Flag, Text: var flag } => flag == "true",
            TreeScalar { Kind: ScalarKind.Integer, Text: var number } => SparkSetting.OfNumber(number),
            TreeScalar { Kind: ScalarKind.Number } number when reader.Dialect == Dialect.Yaml => number.AsDouble(),
            TreeScalar { Kind: ScalarKind.Number, Text: var number } => SparkSetting.OfNumber(number),
            TreeScalar { Kind: ScalarKind.Text, Text: var text } => text,
            _ => null,
        };
        return value is not null || Wrong(tree, reader, "A text, a number, true or false");
    }

    public override void WriteCSharp(CSharpText text, SparkSetting value)
    {
        if (value.Json.Text is { } words)
        {
            text.Text(words);
        }
        else
        {
            text.Append(value.Json.ToString());
        }
    }
}
