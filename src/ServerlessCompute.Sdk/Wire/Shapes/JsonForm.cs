using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A value of any shape, kept as it is.</summary>
internal sealed class JsonForm : ValueForm<RawJson>
{
    public override bool IsUnset(RawJson value) => value.IsNull;

    public override void WriteRest(Utf8JsonWriter writer, RawJson value) => writer.WriteRawValue(value.ToString(), skipInputValidation: true);

    public override RawJson ReadRest(ref Utf8JsonReader reader) => RawJson.Read(ref reader);

    public override Tree Write(RawJson value, Dialect dialect) => TreeJson.Read(value);

    public override bool TryRead(Tree tree, TreeReader reader, out RawJson value)
    {
        value = TreeJson.ToRaw(tree);
        return true;
    }

    public override void WriteCSharp(CSharpText text, RawJson value) => text.Json(value);
}
