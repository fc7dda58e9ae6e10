using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>Requests and answers as lines of text between two processes.</summary>
internal static class PipedExchange
{
    public static string Request(string method, string uri, IEnumerable<(string Name, string Value)> headers, byte[] body) => new JsonObject
    {
        ["method"] = method,
        ["uri"] = uri,
        ["headers"] = Headers(headers),
        ["body"] = Convert.ToBase64String(body),
    }.ToJsonString();

    public static string Answer(int status, IEnumerable<(string Name, string Value)> headers, byte[] body) => new JsonObject
    {
        ["status"] = status,
        ["headers"] = Headers(headers),
        ["body"] = Convert.ToBase64String(body),
    }.ToJsonString();

    public static IEnumerable<(string Name, string Value)> Headers(JsonElement exchange) =>
        exchange.GetProperty("headers").EnumerateArray().Select(static pair => (pair[0].GetString()!, pair[1].GetString()!));

    public static byte[] Body(JsonElement exchange) => exchange.GetProperty("body").GetBytesFromBase64();

    private static JsonArray Headers(IEnumerable<(string Name, string Value)> headers) => [.. headers.Select(static header => new JsonArray(header.Name, header.Value))];
}
