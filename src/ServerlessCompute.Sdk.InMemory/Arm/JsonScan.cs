using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Finds members of a JSON object without building a document: one pass over the bytes, nothing allocated.</summary>
internal static class JsonScan
{
    /// <summary>Finds where the values of some members are.</summary>
    /// <param name="json">A well-formed object.</param>
    /// <param name="names">The members that are wanted.</param>
    /// <param name="found">One place for each name; the empty range for a member that is not there. Of a repeated member the last counts.</param>
    public static void Find(ReadOnlySpan<byte> json, byte[][] names, Span<Range> found)
    {
        found[..names.Length].Clear();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        int expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int match = Match(ref reader, names, expected);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (match >= 0)
            {
                found[match] = start..(int)reader.BytesConsumed;
                expected = match + 1;
            }
        }
    }

    /// <summary>The bytes of one member's value, or empty.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        if (IsNullOrAbsent(json) || json[0] != '{')
        {
            return default;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        ReadOnlySpan<byte> value = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool wanted = reader.ValueTextEquals(name);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (wanted)
            {
                value = json[start..(int)reader.BytesConsumed];
            }
        }

        return value;
    }

    public static bool IsNullOrAbsent(ReadOnlySpan<byte> value) => value.IsEmpty || value.SequenceEqual("null"u8);

    /// <summary>The text of a JSON string; a number or boolean as it is written; null for null or nothing.</summary>
    public static string? Text(ReadOnlySpan<byte> value)
    {
        if (IsNullOrAbsent(value))
        {
            return null;
        }

        var reader = new Utf8JsonReader(value);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : System.Text.Encoding.UTF8.GetString(value);
    }

    /// <summary>The texts of a list; none for null or nothing.</summary>
    public static string[] Texts(ReadOnlySpan<byte> value) =>
        IsNullOrAbsent(value) || value[0] != '[' ? [] : [.. JsonElement.Parse(value).EnumerateArray().Select(static i => i.ToString())];

    public static int? Int32(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(value);
        return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) ? number : null;
    }

    /// <summary>Whether the value is this text, in any case.</summary>
    public static bool IsText(ReadOnlySpan<byte> value, string text) => string.Equals(Text(value), text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The members of an object in their order; none for null or nothing.</summary>
    public static JsonMembers Members(ReadOnlySpan<byte> json) => new(json);

    private static int Match(ref Utf8JsonReader reader, byte[][] names, int expected)
    {
        // Bodies come in much the same order as the table: the next name is tried first.
        for (int i = 0; i < names.Length; i++)
        {
            int candidate = (expected + i) % names.Length;
            if (reader.ValueTextEquals(names[candidate]))
            {
                return candidate;
            }
        }

        return -1;
    }
}
