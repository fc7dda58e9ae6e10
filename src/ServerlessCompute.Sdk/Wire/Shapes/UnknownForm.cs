using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A kind of a noun that this library does not know: the word for it, and everything else as it came.</summary>
/// <typeparam name="TBase">What all the kinds are.</typeparam>
/// <param name="make">Makes one of its word.</param>
/// <param name="word">The word of one.</param>
internal sealed class UnknownForm<TBase>(Func<string, TBase> make, Func<TBase, string> word)
    where TBase : JobPart
{
    /// <summary>One of that word.</summary>
    public TBase Of(string kind) => make(kind);

    public void WriteRest(Utf8JsonWriter writer, MemberNames key, TBase value)
    {
        writer.WriteStartObject();
        writer.WriteString(key.Rest, word(value));
        writer.WriteExtras(value.AdditionalProperties);
        writer.WriteEndObject();
    }

    public TBase ReadRest(ref Utf8JsonReader reader, MemberNames key, string kind) =>
        make(kind) with { AdditionalProperties = WireExtras.AllBut(ref reader, key.Rest) };

    public Tree Write(TBase value, MemberNames key, Dialect dialect) => new TreeMap(
    [
        .. key.In(dialect) is { } name ? new TreeEntry[] { new(name, word(value)) } : [],
        .. value.AdditionalProperties.Select(extra => new TreeEntry(extra.Key, TreeJson.Read(extra.Value))),
    ]);

    public TBase Read(TreeMap map, MemberNames key, string kind, Dialect dialect) => make(kind) with
    {
        AdditionalProperties = ValueMap.From(map.Without(key.In(dialect)!).Entries.Select(entry => new KeyValuePair<string, RawJson>(entry.Name, TreeJson.ToRaw(entry.Value)))),
    };

    public void WriteCSharp(CSharpText text, TBase value)
    {
        IEnumerable<KeyValuePair<string, Action<CSharpText>>> extras = value.AdditionalProperties.Count == 0
            ? []
            : [new(nameof(JobPart.AdditionalProperties), inner => Forms.Extras.WriteCSharp(inner, value.AdditionalProperties))];
        text.New(value.GetType().Name, extras, arguments: inner => inner.Text(word(value)));
    }
}
