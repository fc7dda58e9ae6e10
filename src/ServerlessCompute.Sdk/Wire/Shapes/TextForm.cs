using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A text.</summary>
/// <param name="takesNumbers">Whether YAML may write a number without quotes, as people write versions.</param>
internal sealed class TextForm(bool takesNumbers = false) : ValueForm<string>
{
    public override bool IsUnset(string value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override string ReadRest(ref Utf8JsonReader reader) => WireValue.Text(ref reader);

    public override Tree Write(string value, Dialect dialect) => value;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (tree is TreeScalar scalar && (scalar.Kind == ScalarKind.Text || (takesNumbers && scalar.Kind is ScalarKind.Integer or ScalarKind.Number)))
        {
            value = scalar.Text;
            return true;
        }

        return Wrong(tree, reader, "A text", tree is TreeScalar ? "Put it between quotes." : "");
    }

    public override void WriteCSharp(CSharpText text, string value) => text.Text(value);
}
