using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A JSON document that the service sent, read by a function; what goes wrong on the way becomes one kind of exception.</summary>
internal static class WireDocument
{
    /// <summary>Deep enough for every contract and for raw values of 64 levels within, and no deeper.</summary>
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 128 };

    /// <exception cref="JobFormatException">The text is not such a document.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, WireRead<T> read)
    {
        var reader = new Utf8JsonReader(utf8, _options);
        try
        {
            reader.Read();
            T value = read(ref reader);

            // Whatever follows the document is an error that the reader finds by itself.
            reader.Read();
            return value;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The reader says InvalidOperationException where text is not Unicode.
            throw Explain(utf8, reader, e);
        }
    }

    private static JobFormatException Explain(ReadOnlySpan<byte> utf8, in Utf8JsonReader reader, Exception cause)
    {
        // A document that is no JSON breaks for whoever reads it, in the same place: the path is found by reading up to there.
        (long offset, string what) = cause switch
        {
            WireTypeException type => (type.Offset, type.Message),
            JsonException => (long.MaxValue, "it is no valid JSON"),
            _ => (reader.TokenStartIndex, "it is no valid text"),
        };
        string path = WirePath.At(utf8, offset, _options);
        string where = path.Length == 0 ? "This answer" : $"'{path}'";
        return new JobFormatException($"{where} cannot be read: {what}.", path, cause);
    }
}
