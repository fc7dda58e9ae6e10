using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The addresses behind ids of data: the question and its answer.</summary>
internal static class ResolvedUris
{
    private static readonly JsonEncodedText _values = JsonEncodedText.Encode("values");
    private static readonly JsonEncodedText _uri = JsonEncodedText.Encode("uri");

    /// <summary>The body that asks for the addresses of some assets.</summary>
    public static void WriteRequest(IBufferWriter<byte> output, ReadOnlySpan<string> assetIds)
    {
        Utf8JsonWriter writer = WireWriter.Rent(output);
        writer.WriteStartObject();
        writer.WriteStartArray(_values);
        foreach (string id in assetIds)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        WireWriter.Return(writer);
    }

    /// <summary>The addresses by id; an id that has none is not there.</summary>
    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static ValueMap<string> Read(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, ReadAnswer);

    private static ValueMap<string> ReadAnswer(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ValueMap<string> uris = ValueMap<string>.Empty;
        while (reader.NextMember())
        {
            _ = reader.TryMap(_values, ReadUri, ref uris) || reader.Pass();
        }

        return uris;
    }

    private static string ReadUri(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? uri = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_uri, ref uri) || reader.Pass();
        }

        return uri ?? "";
    }
}
