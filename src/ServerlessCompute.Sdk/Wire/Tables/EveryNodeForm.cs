using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The choice of nodes: all of them, or nothing for the first alone. Steps write a map for it, YAML a word.</summary>
internal sealed class EveryNodeForm : ValueForm<bool>
{
    private const string Key = "nodes_value_type";

    private const string All = "All";

    private const string Word = "all";

    public override bool IsUnset(bool value) => !value;

    public override void WriteRest(Utf8JsonWriter writer, bool value) => throw new NotSupportedException("REST's choice of nodes is written by hand.");

    public override bool ReadRest(ref Utf8JsonReader reader) => throw new NotSupportedException("REST's choice of nodes is read by hand.");

    public override Tree Write(bool value, Dialect dialect) => dialect == Dialect.Yaml ? Word : new TreeMap([new TreeEntry(Key, All)]);

    public override bool TryRead(Tree tree, TreeReader reader, out bool value)
    {
        if (reader.Dialect == Dialect.Yaml)
        {
            value = tree is TreeScalar { Kind: ScalarKind.Text, Text: Word };
            return value || Wrong(tree, reader, $"'{Word}'", "Leave it out for the first node alone.");
        }

        value = tree is TreeMap { Entries.Count: 1 } map && map.Text(Key) == All;
        return value;
    }

    public override void WriteCSharp(CSharpText text, bool value) => text.Append(value ? "true" : "false");
}
