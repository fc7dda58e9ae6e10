using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>
/// The items of a loop: JSON text in steps. YAML may write the list or map itself, with data as it writes data elsewhere.
/// </summary>
internal sealed class ItemsForm : TreeForm<string>
{
    public override bool IsUnset(string value) => value is null;

    public override Tree Write(string value, Dialect dialect) => value;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out string value)
    {
        value = tree switch
        {
            TreeScalar { Kind: ScalarKind.Text, Text: var text } => text,
            TreeList list when reader.Dialect == Dialect.Yaml => Text(new TreeList([.. list.Items.Select(item => Item(item, reader))])),
            TreeMap map when reader.Dialect == Dialect.Yaml => Text(new TreeMap([.. map.Entries.Select(entry => entry with { Value = Item(entry.Value, reader) })])),
            _ => null,
        };
        return value is not null || Wrong(tree, reader, "A list or a map of items, or a reference to one");
    }

    public override void WriteCSharp(CSharpText text, string value) => text.Text(value);

    private static Tree Item(Tree item, TreeReader reader) => item is TreeMap inputs
        ? new TreeMap([.. inputs.Entries.Select(entry => entry with { Value = Value(entry.Value, reader) })])
        : item;

    /// <summary>Data is written as steps have it; a value stays what it is.</summary>
    private static Tree Value(Tree value, TreeReader reader) =>
        value is TreeMap && DataTables.Input.TryRead(value, reader, out Input? input) ? DataTables.Input.Write(input, Dialect.Step) : value;

    /// <summary>JSON with the blanks that the reference client puts there.</summary>
    private static string Text(Tree tree) => tree switch
    {
        TreeList list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        TreeMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{(RawJson)entry.Name}: {Text(entry.Value)}"))}}}",
        _ => TreeJson.ToRaw(tree).ToString(),
    };
}
