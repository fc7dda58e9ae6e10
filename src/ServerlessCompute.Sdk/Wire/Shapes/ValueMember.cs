using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A member with a value of its own.</summary>
internal sealed class ValueMember<T, TValue>(MemberNames names, string property, ValueForm<TValue> form, Func<T, TValue?> get, Func<T, TValue, T> set)
    : Member<T>(names, property)
{
    public ValueForm<TValue> Form { get; } = form;

    public Func<T, TValue?> Get { get; } = get;

    public Func<T, TValue, T> Set { get; } = set;

    public override bool IsDefault(T noun, T seed) => EqualityComparer<TValue>.Default.Equals(Get(noun), Get(seed));

    public override void WriteRest(Utf8JsonWriter writer, T noun)
    {
        if (Get(noun) is { } value && !Form.IsUnset(value))
        {
            writer.WritePropertyName(Names.Rest);
            Form.WriteRest(writer, value);
        }
    }

    public override T ReadRest(ref Utf8JsonReader reader, T noun) =>
        reader.TokenType == JsonTokenType.Null ? noun : Set(noun, Form.ReadRest(ref reader));

    /// <summary>What YAML must say it says even when it is empty.</summary>
    public override Tree? Write(T noun, Dialect dialect) =>
        Get(noun) is { } value && (!Form.IsUnset(value) || (IsRequired && dialect == Dialect.Yaml && !IsReferred(noun))) ? Form.Write(value, dialect) : null;

    public override bool TryRead(Tree tree, TreeReader reader, ref T noun)
    {
        bool isRead = Form.TryRead(tree, reader, out TValue? value);
        if (isRead)
        {
            noun = Set(noun, value!);
        }

        return isRead;
    }

    /// <summary>Whether a reference stands in the place of the value.</summary>
    private bool IsReferred(T noun) => Names.Step is { } name && noun is JobPart part && part.AdditionalProperties.ContainsKey(name);

    public override void WriteCSharp(CSharpText text, T noun)
    {
        if (Get(noun) is { } value)
        {
            Form.WriteCSharp(text, value);
        }
        else
        {
            text.Append("null");
        }
    }
}
