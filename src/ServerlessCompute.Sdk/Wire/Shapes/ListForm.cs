using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A list.</summary>
/// <param name="item">The form of each item.</param>
/// <param name="takesOne">Whether YAML may write a single item without a list.</param>
/// <param name="saysNone">Whether a list with nothing in it is said all the same.</param>
internal sealed class ListForm<T>(ValueForm<T> item, bool takesOne = false, bool saysNone = false) : ValueForm<ValueList<T>>
{
    public ValueForm<T> Item { get; } = item;

    public override bool IsUnset(ValueList<T> value) => value.Count == 0 && !saysNone;

    public override void WriteRest(Utf8JsonWriter writer, ValueList<T> value)
    {
        writer.WriteStartArray();
        foreach (T part in value.Items)
        {
            Item.WriteRest(writer, part);
        }

        writer.WriteEndArray();
    }

    public override ValueList<T> ReadRest(ref Utf8JsonReader reader) => WireValue.List(ref reader, Item.ReadRest);

    public override Tree Write(ValueList<T> value, Dialect dialect) => new TreeList([.. value.Select(part => Item.Write(part, dialect))]);

    public override bool TryRead(Tree tree, TreeReader reader, out ValueList<T> value)
    {
        value = ValueList<T>.Empty;
        if (tree is not TreeList list)
        {
            if (!takesOne || reader.Dialect != Dialect.Yaml || !Item.TryRead(tree, reader, out T? only))
            {
                return takesOne && reader.Dialect == Dialect.Yaml ? false : Wrong(tree, reader, "A list");
            }

            value = [only];
            return true;
        }

        bool readAll = true;
        var items = new List<T>(list.Items.Count);
        for (int i = 0; i < list.Items.Count; i++)
        {
            reader.Enter($"[{i}]");
            if (Item.TryRead(list.Items[i], reader, out T? part))
            {
                items.Add(part);
            }
            else
            {
                readAll = false;
            }

            reader.Leave();
        }

        value = items.ToArray();
        return readAll;
    }

    public override void WriteCSharp(CSharpText text, ValueList<T> value) => text.List(value, Item.WriteCSharp);
}
