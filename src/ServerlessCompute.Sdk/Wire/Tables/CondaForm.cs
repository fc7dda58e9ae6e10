using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// What a conda file says: in REST a text, which the service answers as JSON whatever it was sent; elsewhere a map. Text that is no JSON, and
/// what a conda file was read from, is kept as a text.
/// </summary>
internal sealed class CondaForm : ValueForm<RawJson>
{
    public override bool IsUnset(RawJson value) => value.IsNull;

    public override void WriteRest(Utf8JsonWriter writer, RawJson value) => writer.WriteStringValue(value.Text ?? value.ToString());

    public override RawJson ReadRest(ref Utf8JsonReader reader)
    {
        string text = WireValue.Text(ref reader);
        return text.Length == 0 ? default : IsObject(text) ? RawJson.Parse(text) : text;
    }

    public override Tree Write(RawJson value, Dialect dialect) => Forms.Json.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out RawJson value) => Forms.Json.TryRead(tree, reader, out value);

    public override void WriteCSharp(CSharpText text, RawJson value) => Forms.Json.WriteCSharp(text, value);

    private static bool IsObject(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
