using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A JSON value kept as compact text, for members that this library has no property for. Two values are equal when their compact
/// text is the same. The default value is JSON's <c>null</c>. Thread-safe.
/// </summary>
public readonly record struct RawJson
{
    private readonly string? _text;

    private RawJson(string text) => _text = text == "null" ? null : text;

    /// <summary>Whether this is JSON's <c>null</c>.</summary>
    public bool IsNull => _text is null;

    /// <summary>Whether this is <c>true</c> or <c>false</c>.</summary>
    internal bool IsFlag => _text is "true" or "false";

    /// <summary>Whether this is a number without a point and an exponent.</summary>
    internal bool IsWhole => _text is { Length: > 0 } && (char.IsAsciiDigit(_text[0]) || _text[0] == '-') && _text.AsSpan().IndexOfAny('.', 'e', 'E') < 0;

    /// <summary>The text of a JSON string; null for any other value.</summary>
    internal string? Text => _text is ['"', ..] ? JsonElement.Parse(_text).GetString() : null;

    /// <summary>A JSON string.</summary>
    public static implicit operator RawJson(string? value) => FromString(value);

    /// <summary>A JSON boolean.</summary>
    public static implicit operator RawJson(bool value) => new(value ? "true" : "false");

    /// <summary>A JSON number.</summary>
    public static implicit operator RawJson(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A JSON number, in the spelling of Python: <c>1.0</c>, <c>1e-05</c>.</summary>
    /// <exception cref="ArgumentException">The value is not finite: JSON has no such number.</exception>
    public static implicit operator RawJson(double value) => double.IsFinite(value)
        ? new(NumberFormat.Format(value))
        : throw new ArgumentException($"JSON has no number for {value.ToString(CultureInfo.InvariantCulture)}. Use a finite value.", nameof(value));

    /// <summary>Reads JSON text and keeps it without white space.</summary>
    /// <exception cref="FormatException">The text is not one JSON value.</exception>
    public static RawJson Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return From(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException($"This is not one JSON value: {e.Message}", e);
        }
    }

    /// <summary>Keeps a parsed value.</summary>
    public static RawJson From(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            element.WriteTo(writer);
        }

        return new RawJson(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Keeps the value that the reader stands on.</summary>
    internal static RawJson Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Number:
                return new RawJson(Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.String:
                return reader.GetString();
            default:
                using (JsonDocument document = JsonDocument.ParseValue(ref reader))
                {
                    return From(document.RootElement);
                }
        }
    }

    /// <summary>Takes text that is compact JSON already.</summary>
    internal static RawJson FromCompact(string json) => new(json);

    /// <summary>The compact JSON text.</summary>
    public override string ToString() => _text ?? "null";

    private static RawJson FromString(string? value) =>
        value is null ? default : new RawJson($"\"{JsonEncodedText.Encode(WellFormed(value))}\"");

    /// <summary>Half a character, which no JSON can hold, becomes the sign for one that is lost.</summary>
    private static string WellFormed(string value) =>
        value.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) : value;
}
