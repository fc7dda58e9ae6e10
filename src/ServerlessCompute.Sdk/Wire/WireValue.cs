using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Reads the single value that the reader stands on, and insists on its type.</summary>
internal static class WireValue
{
    public static string Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Wrong(ref reader, "a text");

    public static T Word<T>(ref Utf8JsonReader reader)
        where T : struct, IOpenEnum<T>
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Wrong(ref reader, "a word");
        }

        return reader.ValueIsEscaped ? T.Create(reader.GetString()!) : OpenEnum.Read<T>(reader.ValueSpan);
    }

    /// <summary>An address; an empty text addresses nothing.</summary>
    public static AssetPath? Path(ref Utf8JsonReader reader) =>
        Text(ref reader) is var text && string.IsNullOrWhiteSpace(text) ? null : new AssetPath(text);

    public static int? WholeNumber(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value) ? value : throw Wrong(ref reader, "a whole number");

    public static bool? Flag(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : throw Wrong(ref reader, "true or false");

    public static DateTimeOffset? Instant(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out DateTimeOffset value) ? value : throw Wrong(ref reader, "a time");

    public static TimeSpan? Duration(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && WireDuration.TryParse(reader.GetString(), out TimeSpan value)
            ? value
            : throw Wrong(ref reader, "a duration such as PT1H30M");

    /// <summary>Names of somebody's choice, each with a value; entries that are <c>null</c> are left out.</summary>
    public static ValueMap<T> Map<T>(ref Utf8JsonReader reader, WireRead<T> read)
    {
        Object(ref reader);
        var entries = default(WireMap<T>);
        while (reader.NextMember())
        {
            entries.Read(ref reader, read);
        }

        return entries.ToMap();
    }

    /// <summary>Values in order; those that are <c>null</c> are left out.</summary>
    public static ValueList<T> List<T>(ref Utf8JsonReader reader, WireRead<T> read)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(ref reader, "a list");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                items.Add(read(ref reader));
            }
        }

        return items.Count == 0 ? ValueList<T>.Empty : items.ToArray();
    }

    /// <summary>Where the value is in the document, whatever it is.</summary>
    public static Range Place(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    /// <summary>Insists that the value is an object.</summary>
    public static void Object(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong(ref reader, "an object");
        }
    }

    /// <summary>Says that the object which the reader stands on lacks a member.</summary>
    public static WireTypeException Lacks(in Utf8JsonReader reader, string name) => new($"it has no '{name}'", reader.TokenStartIndex);

    /// <summary>Says what belongs where the reader stands.</summary>
    public static WireTypeException Wrong(ref Utf8JsonReader reader, string wanted)
    {
        string found = reader.TokenType switch
        {
            JsonTokenType.Null => "null",
            JsonTokenType.String => "this text",
            JsonTokenType.Number => "this number",
            JsonTokenType.True or JsonTokenType.False => "true or false",
            JsonTokenType.StartArray => "a list",
            _ => "an object",
        };
        return new WireTypeException($"{wanted} belongs here, not {found}", reader.TokenStartIndex);
    }
}
