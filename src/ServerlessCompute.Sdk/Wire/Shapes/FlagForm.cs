using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A truth value.</summary>
internal sealed class FlagForm : ValueForm<bool>
{
    private static readonly string[] _true = ["true", "yes", "on", "y", "t", "1"];

    private static readonly string[] _false = ["false", "no", "off", "n", "f", "0"];

    public override bool IsUnset(bool value) => false;

    public override void WriteRest(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public override bool ReadRest(ref Utf8JsonReader reader) => WireValue.Flag(ref reader)!.Value;

    public override Tree Write(bool value, Dialect dialect) => value;

    public override bool TryRead(Tree tree, TreeReader reader, out bool value)
    {
        bool? read = tree switch
        {
            TreeScalar { Kind: ScalarKind.Flag, Text: var text } => text == "true",
            TreeScalar { Kind: ScalarKind.Text or ScalarKind.Integer, Text: var text } when _true.Contains(text, StringComparer.OrdinalIgnoreCase) => true,
            TreeScalar { Kind: ScalarKind.Text or ScalarKind.Integer, Text: var text } when _false.Contains(text, StringComparer.OrdinalIgnoreCase) => false,
            _ => null,
        };
        value = read ?? false;
        return read is not null || Wrong(tree, reader, "true or false");
    }

    public override void WriteCSharp(CSharpText text, bool value) => text.Append(value ? "true" : "false");
}
