using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Small words for writing answers.</summary>
internal static class JsonWriting
{
    /// <summary>A member whose value was sent, byte for byte, or null.</summary>
    public static void Member(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.IsEmpty ? "null"u8 : value, skipInputValidation: true);
    }

    /// <summary>A member whose value was sent, or the service's default where none was.</summary>
    public static void Member(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ReadOnlySpan<byte> ifAbsent) =>
        writer.Member(name, JsonScan.IsNullOrAbsent(value) ? ifAbsent : value);

    public static void TextMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>A time as the service writes it: seven digits and an offset.</summary>
    public static void TimeMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? ticks)
    {
        if (ticks is not { } at)
        {
            writer.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[33];
        new DateTime(at, DateTimeKind.Unspecified).TryFormat(text, out int written, "yyyy-MM-dd'T'HH:mm:ss.fffffff'+00:00'", System.Globalization.CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..written]);
    }

    /// <summary>The members of an object that was sent: a map of texts, where numbers and booleans become texts as the service makes them.</summary>
    public static void TextMap(this Utf8JsonWriter writer, ReadOnlySpan<byte> map)
    {
        if (JsonScan.IsNullOrAbsent(map))
        {
            return;
        }

        var reader = new Utf8JsonReader(map);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            writer.WritePropertyName(reader.GetString()!);
            reader.Read();
            WriteText(writer, ref reader);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                writer.WriteStringValue(reader.ValueSpan);
                break;
            case JsonTokenType.True:
                writer.WriteStringValue("True"u8);
                break;
            case JsonTokenType.False:
                writer.WriteStringValue("False"u8);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(reader.GetString());
                break;
            default:
                writer.WriteNullValue();
                reader.Skip();
                break;
        }
    }
}
