using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The value of a literal input: the text that the reference client makes of whatever is written.</summary>
internal sealed class LiteralForm : ValueForm<string>
{
    public override bool IsUnset(string value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override string ReadRest(ref Utf8JsonReader reader) => WireValue.Text(ref reader);

    public override Tree Write(string value, Dialect dialect) => value;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out string value)
    {
        value = tree is TreeScalar { Kind: not (ScalarKind.Null or ScalarKind.Date) } scalar ? scalar.Literal : null;
        return value is not null || Wrong(tree, reader, "A text, a number, true or false");
    }

    public override void WriteCSharp(CSharpText text, string value) => text.Text(value);
}
