using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A command: its text, with references in the holes' places.</summary>
internal sealed class CommandForm : ValueForm<CommandText>
{
    public override bool IsUnset(CommandText value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, CommandText value) => writer.WriteStringValue(value.Text);

    public override CommandText ReadRest(ref Utf8JsonReader reader) => WireValue.Text(ref reader);

    public override Tree Write(CommandText value, Dialect dialect) => value.Text;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out CommandText value)
    {
        bool isRead = Forms.Text.TryRead(tree, reader, out string? text);
        value = text is null ? null : (CommandText)text;
        return isRead;
    }

    public override void WriteCSharp(CSharpText text, CommandText value) => text.Text(value.Text);
}
