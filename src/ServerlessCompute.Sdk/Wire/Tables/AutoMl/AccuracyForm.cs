using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The metric of tasks that know only accuracy: steps and YAML name it, REST does not.</summary>
internal sealed class AccuracyForm : ValueForm<string>
{
    public const string Word = "accuracy";

    public override bool IsUnset(string value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override string ReadRest(ref Utf8JsonReader reader) => WireValue.Text(ref reader);

    public override Tree Write(string value, Dialect dialect) => value;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out string value)
    {
        value = tree is TreeScalar { Kind: ScalarKind.Text, Text: var text } && text.Equals(Word, StringComparison.OrdinalIgnoreCase) ? Word : null;
        return value is not null || Wrong(tree, reader, "Only accuracy", "This task knows no other metric: leave it out.");
    }

    public override void WriteCSharp(CSharpText text, string value) => text.Text(value);
}
