using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Transformers by their name, which is a word of the service.</summary>
internal sealed class TransformerMapForm(ValueForm<ValueList<ColumnTransformer>> list) : ValueForm<ValueMap<ValueList<ColumnTransformer>>>
{
    private static readonly string[] _names = ["Imputer", "TfIdf", "HashOneHotEncoder"];

    private readonly MapForm<ValueList<ColumnTransformer>> _map = new(list);

    public ValueForm<ValueList<ColumnTransformer>> List { get; } = list;

    public override bool IsUnset(ValueMap<ValueList<ColumnTransformer>> map) => _map.IsUnset(map);

    public override void WriteRest(Utf8JsonWriter writer, ValueMap<ValueList<ColumnTransformer>> map) => _map.WriteRest(writer, map);

    public override ValueMap<ValueList<ColumnTransformer>> ReadRest(ref Utf8JsonReader reader) => _map.ReadRest(ref reader);

    public override Tree Write(ValueMap<ValueList<ColumnTransformer>> map, Dialect dialect) =>
        new TreeMap([.. ((TreeMap)_map.Write(map, dialect)).Entries.Select(entry => entry with { Name = _names.Contains(entry.Name, StringComparer.Ordinal) ? MemberNames.Snake(entry.Name) : entry.Name })]);

    public override bool TryRead(Tree tree, TreeReader reader, out ValueMap<ValueList<ColumnTransformer>> map)
    {
        map = ValueMap<ValueList<ColumnTransformer>>.Empty;
        if (tree is not TreeMap entries)
        {
            return Wrong(tree, reader, "A map of transformers");
        }

        bool knowsAll = true;
        var known = new List<TreeEntry>();
        foreach (TreeEntry entry in entries.Entries)
        {
            string? name = Array.Find(_names, name => name.Equals(entry.Name, StringComparison.OrdinalIgnoreCase) || MemberNames.Snake(name).Equals(entry.Name, StringComparison.OrdinalIgnoreCase));
            bool isTwice = known.Exists(other => other.Name == (name ?? entry.Name));
            if (isTwice || (name is null && reader.Dialect == Dialect.Yaml))
            {
                UnknownNames.Report(entry, _names.Select(MemberNames.Snake), reader);
                knowsAll = false;
            }
            else
            {
                known.Add(entry with { Name = name ?? entry.Name });
            }
        }

        return _map.TryRead(new TreeMap(known, tree.Place), reader, out map) && knowsAll;
    }

    public override void WriteCSharp(CSharpText text, ValueMap<ValueList<ColumnTransformer>> map) => _map.WriteCSharp(text, map);
}
