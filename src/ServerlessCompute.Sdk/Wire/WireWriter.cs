using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Small steps of writing. What is not there is not written: no <c>null</c>, no empty map. Each thread keeps one writer, so that
/// writing a job allocates nothing.
/// </summary>
internal static class WireWriter
{
    /// <summary>
    /// Bodies go to a service, never into a page, so only what JSON itself demands is escaped: quotes and plus signs in commands stay
    /// readable. The structure is right by construction; the tests read every body back.
    /// </summary>
    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>What an idle writer points to, so that it keeps no caller's buffer alive. Never written to.</summary>
    private static readonly ArrayBufferWriter<byte> _nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>
    /// The thread's writer, pointed at a buffer. Give it back with <see cref="Return"/>; one that is not, because something went
    /// wrong in between, is forgotten and replaced.
    /// </summary>
    public static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        Utf8JsonWriter? writer = _writer;
        if (writer is null)
        {
            return new Utf8JsonWriter(output, _options);
        }

        _writer = null;
        writer.Reset(output);
        return writer;
    }

    public static void Return(Utf8JsonWriter writer)
    {
        writer.Flush();
        writer.Reset(_nowhere);
        _writer = writer;
    }

    public static void WriteText(this Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteWholeNumber(this Utf8JsonWriter writer, JsonEncodedText name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void WriteFlag(this Utf8JsonWriter writer, JsonEncodedText name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    public static void WriteTexts(this Utf8JsonWriter writer, JsonEncodedText name, ValueMap<string> texts)
    {
        if (texts.Count > 0)
        {
            writer.WriteStartObject(name);
            foreach (ref readonly KeyValuePair<string, string> text in texts.Entries)
            {
                writer.WriteString(text.Key, text.Value);
            }

            writer.WriteEndObject();
        }
    }

    public static void WriteTexts(this Utf8JsonWriter writer, JsonEncodedText name, ValueList<string> texts)
    {
        if (texts.Count > 0)
        {
            writer.WriteStartArray(name);
            foreach (string text in texts.Items)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Members that are kept as they came.</summary>
    public static void WriteExtras(this Utf8JsonWriter writer, ValueMap<RawJson> members)
    {
        foreach (ref readonly KeyValuePair<string, RawJson> member in members.Entries)
        {
            writer.WritePropertyName(member.Key);
            writer.WriteRawValue(member.Value.ToString(), skipInputValidation: true);
        }
    }
}
