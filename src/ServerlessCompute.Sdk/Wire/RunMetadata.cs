using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Run history's long answer about a run: the one that names the assets the run left behind.</summary>
internal static class RunMetadata
{
    private static readonly JsonEncodedText _runId = JsonEncodedText.Encode("runId");
    private static readonly JsonEncodedText _selectRunMetadata = JsonEncodedText.Encode("selectRunMetadata");
    private static readonly JsonEncodedText _runMetadata = JsonEncodedText.Encode("runMetadata");

    /// <summary>The body that asks for it.</summary>
    public static void WriteRequest(IBufferWriter<byte> output, string runId)
    {
        Utf8JsonWriter writer = WireWriter.Rent(output);
        writer.WriteStartObject();
        writer.WriteString(_runId, runId);
        writer.WriteBoolean(_selectRunMetadata, true);
        writer.WriteEndObject();
        WireWriter.Return(writer);
    }

    /// <exception cref="JobFormatException">The text is no such document, or says nothing about a run.</exception>
    public static RunDetails Read(ReadOnlyMemory<byte> utf8) => RunDetails.Read(utf8[WireDocument.Read(utf8.Span, Find)]);

    private static Range Find(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        Range found = default;
        while (reader.NextMember())
        {
            found = reader.Is(_runMetadata) ? WireValue.Place(ref reader) : found;
            reader.Skip();
        }

        return found.Equals(default) ? throw WireValue.Lacks(reader, "runMetadata") : found;
    }
}
