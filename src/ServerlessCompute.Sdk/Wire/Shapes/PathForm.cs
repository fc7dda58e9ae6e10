using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A path, an address or a reference. In YAML a relative path starts from the document's folder.</summary>
internal sealed class PathForm : ValueForm<AssetPath>
{
    public override bool IsUnset(AssetPath value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, AssetPath value) => writer.WriteStringValue(value.Text);

    public override AssetPath ReadRest(ref Utf8JsonReader reader) => WireValue.Path(ref reader)!;

    public override Tree Write(AssetPath value, Dialect dialect) => value.Text;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out AssetPath value)
    {
        value = null;
        if (tree is not TreeScalar { Kind: ScalarKind.Text } scalar)
        {
            return Wrong(tree, reader, "A path, an address or a reference");
        }

        if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            reader.Report(tree.Place, "The path is empty.", "Name a file or folder, an address, or azureml:NAME:VERSION.");
            return false;
        }

        value = new AssetPath(scalar.Text) { BaseFolder = tree.Place.Folder };
        return true;
    }

    public override void WriteCSharp(CSharpText text, AssetPath value) => text.Text(value.Text);
}
