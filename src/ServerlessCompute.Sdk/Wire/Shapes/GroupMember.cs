using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Members that REST keeps in an object of its own. Members of that object which nobody knows are kept as an object of its name among the
/// noun's additional properties.
/// </summary>
internal sealed class GroupMember<T>(string rest, Shape<T> inner) : Member<T>(MemberNames.RestOnly(rest), "")
    where T : JobPart
{
    public Shape<T> Inner { get; } = inner;

    public override bool IsDefault(T noun, T seed) => Inner.Members.All(member => member.IsDefault(noun, seed));

    public override void WriteRest(Utf8JsonWriter writer, T noun)
    {
        writer.WriteStartObject(Names.Rest);
        Inner.WriteRestMembers(writer, noun);
        if (noun.AdditionalProperties.TryGetValue(Names.Rest.ToString(), out RawJson others) && TreeJson.Read(others) is TreeMap map)
        {
            foreach (TreeEntry other in map.Entries)
            {
                writer.WritePropertyName(other.Name);
                TreeJson.Write(writer, other.Value);
            }
        }

        writer.WriteEndObject();
    }

    public override T ReadRest(ref Utf8JsonReader reader, T noun)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return noun;
        }

        WireValue.Object(ref reader);
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = Inner.TryTakeRest(ref reader, ref noun) || extras.Take(ref reader);
        }

        return extras.ToMap() is { Count: > 0 } others
            ? noun with { AdditionalProperties = noun.AdditionalProperties.With(Names.Rest.ToString(), TreeJson.ToRaw(Forms.Extras.Write(others, Dialect.Rest))) }
            : noun;
    }

    public override Tree? Write(T noun, Dialect dialect) => null;

    public override bool TryRead(Tree tree, TreeReader reader, ref T noun) => false;

    public override void WriteCSharp(CSharpText text, T noun)
    {
    }
}
