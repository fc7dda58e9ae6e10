using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A request with its answer as it is kept: one JSON file with <c>liveRequest</c> and <c>liveResponse</c>, the form that Azure's traffic
/// validator reads. A body that is JSON stands as JSON, another text as text, anything else in base64 under a name of its own.
/// </summary>
internal sealed record Exchange(string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> RequestHeaders, byte[] RequestBody, int Status, IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders, byte[] ResponseBody)
{
    private const string Base64 = "bodyBase64";

    private static readonly JsonWriterOptions _options = new() { Indented = true };

    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("liveRequest");
            writer.WriteString("method", Method);
            writer.WriteString("url", Url);
            Write(writer, RequestHeaders, RequestBody);
            writer.WriteEndObject();
            writer.WriteStartObject("liveResponse");
            writer.WriteString("statusCode", Status.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Write(writer, ResponseHeaders, ResponseBody);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <exception cref="FormatException">The text is no such document.</exception>
    public static Exchange Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            JsonElement request = document.RootElement.GetProperty("liveRequest"), response = document.RootElement.GetProperty("liveResponse");
            JsonElement status = response.GetProperty("statusCode");
            return new Exchange(
                request.GetProperty("method").GetString()!,
                request.GetProperty("url").GetString()!,
                Headers(request),
                Body(request),
                status.ValueKind == JsonValueKind.Number ? status.GetInt32() : int.Parse(status.GetString()!, System.Globalization.CultureInfo.InvariantCulture),
                Headers(response),
                Body(response));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException("This is no recorded exchange: it needs 'liveRequest' with method and url, and 'liveResponse' with statusCode.", e);
        }
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body)
    {
        writer.WriteStartObject("headers");
        foreach (IGrouping<string, KeyValuePair<string, string>> header in headers.GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            writer.WriteString(header.Key, string.Join(", ", header.Select(one => one.Value)));
        }

        writer.WriteEndObject();
        if (body.Length > 0)
        {
            WriteBody(writer, body);
        }
    }

    private static void WriteBody(Utf8JsonWriter writer, byte[] body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            writer.WritePropertyName("body");
            json.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            try
            {
                writer.WriteString("body", new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body));
            }
            catch (DecoderFallbackException)
            {
                writer.WriteBase64String(Base64, body);
            }
        }
    }

    private static KeyValuePair<string, string>[] Headers(JsonElement side) =>
        side.TryGetProperty("headers", out JsonElement headers) && headers.ValueKind == JsonValueKind.Object
            ? [.. headers.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.ValueKind == JsonValueKind.String ? header.Value.GetString()! : header.Value.GetRawText()))]
            : [];

    private static byte[] Body(JsonElement side) =>
        side.TryGetProperty(Base64, out JsonElement base64) ? base64.GetBytesFromBase64()
        : !side.TryGetProperty("body", out JsonElement body) ? []
        : body.ValueKind == JsonValueKind.String && !SaysJson(side) ? Encoding.UTF8.GetBytes(body.GetString()!)
        : Encoding.UTF8.GetBytes(body.GetRawText());

    private static bool SaysJson(JsonElement side) =>
        Headers(side).Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && header.Value.Contains("json", StringComparison.OrdinalIgnoreCase));
}
