using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Names of somebody's choice, each with a value; a name without one is left out where the service says it.</summary>
/// <param name="value">The form of each value.</param>
/// <param name="takesNull">Whether YAML may leave a name without a value; it then says nothing.</param>
/// <param name="takesAnyName">Whether YAML may write a name that is no text there.</param>
internal sealed class MapForm<T>(ValueForm<T> value, bool takesNull = false, bool takesAnyName = false) : ValueForm<ValueMap<T>>
{
    public ValueForm<T> Value { get; } = value;

    public override bool IsUnset(ValueMap<T> map) => map.Count == 0;

    public override void WriteRest(Utf8JsonWriter writer, ValueMap<T> map)
    {
        writer.WriteStartObject();
        foreach (ref readonly KeyValuePair<string, T> entry in map.Entries)
        {
            writer.WritePropertyName(entry.Key);
            Value.WriteRest(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    public override ValueMap<T> ReadRest(ref Utf8JsonReader reader) => WireValue.Map(ref reader, Value.ReadRest);

    public override Tree Write(ValueMap<T> map, Dialect dialect) =>
        new TreeMap([.. map.Select(entry => new TreeEntry(entry.Key, Value.Write(entry.Value, dialect)))]);

    public override bool TryRead(Tree tree, TreeReader reader, out ValueMap<T> map)
    {
        map = ValueMap<T>.Empty;
        if (tree is not TreeMap entries)
        {
            return Wrong(tree, reader, "A map of names");
        }

        bool readAll = true;
        var read = new List<KeyValuePair<string, T>>(entries.Entries.Count);
        foreach (TreeEntry entry in entries.Entries)
        {
            if (takesNull && entry.Value is TreeScalar { IsNull: true } && reader.Dialect == Dialect.Yaml)
            {
                continue;
            }

            reader.Enter(entry.Name);
            if (entry.NameKind != ScalarKind.Text && !takesAnyName)
            {
                reader.Report(entry.NamePlace, $"The name '{entry.Name}' is no text in YAML.", "Put it between quotes.");
                readAll = false;
            }
            else if (Value.TryRead(entry.Value, reader, out T? part))
            {
                read.Add(new(entry.Name, part));
            }
            else
            {
                readAll = false;
            }

            reader.Leave();
        }

        map = ValueMap.From(read);
        return readAll;
    }

    public override void WriteCSharp(CSharpText text, ValueMap<T> map) => text.Map(map, Value.WriteCSharp);
}
