using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The choice of nodes in steps: all of them, or nothing for the first alone.</summary>
internal sealed class EveryNodeForm : ValueForm<bool>
{
    private const string Key = "nodes_value_type";

    private const string All = "All";

    public override bool IsUnset(bool value) => !value;

    public override void WriteRest(Utf8JsonWriter writer, bool value) => throw new NotSupportedException("REST's choice of nodes is written by hand.");

    public override bool ReadRest(ref Utf8JsonReader reader) => throw new NotSupportedException("REST's choice of nodes is read by hand.");

    public override Tree Write(bool value, Dialect dialect) => new TreeMap([new TreeEntry(Key, All)]);

    public override bool TryRead(Tree tree, TreeReader reader, out bool value)
    {
        value = tree is TreeMap { Entries.Count: 1 } map && map.Text(Key) == All;
        return value;
    }

    public override void WriteCSharp(CSharpText text, bool value) => text.Append(value ? "true" : "false");
}
