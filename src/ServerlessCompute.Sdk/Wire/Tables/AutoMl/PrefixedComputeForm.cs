using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A compute in steps of AutoML, where an id has the prefix of references.</summary>
internal sealed class PrefixedComputeForm : ValueForm<string>
{
    public override bool IsUnset(string value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override string ReadRest(ref Utf8JsonReader reader) => WireValue.Text(ref reader);

    public override Tree Write(string value, Dialect dialect) => dialect == Dialect.Step && value.StartsWith('/') ? AssetName.Prefix + value : value;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out string value)
    {
        bool isRead = Forms.Text.TryRead(tree, reader, out value);
        if (isRead && reader.Dialect == Dialect.Step && value!.StartsWith(AssetName.Prefix + "/", StringComparison.OrdinalIgnoreCase))
        {
            value = value[AssetName.Prefix.Length..];
        }

        return isRead;
    }

    public override void WriteCSharp(CSharpText text, string value) => text.Text(value);
}
