using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A truth value that is false unless it is written.</summary>
internal sealed class TrueForm : ValueForm<bool>
{
    public override bool IsUnset(bool value) => !value;

    public override void WriteRest(Utf8JsonWriter writer, bool value) => Forms.Flag.WriteRest(writer, value);

    public override bool ReadRest(ref Utf8JsonReader reader) => Forms.Flag.ReadRest(ref reader);

    public override Tree Write(bool value, Dialect dialect) => value;

    public override bool TryRead(Tree tree, TreeReader reader, out bool value) => Forms.Flag.TryRead(tree, reader, out value);

    public override void WriteCSharp(CSharpText text, bool value) => Forms.Flag.WriteCSharp(text, value);
}
