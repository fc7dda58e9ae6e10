using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>Real exchanges with the service, where a checkout of them lies beside the repository.</summary>
internal static class Recordings
{
    /// <summary>Every job that the service answered or was sent, as JSON text, by the recording that holds it.</summary>
    public static IReadOnlyList<(string Name, string Json)> Jobs() =>
    [
        .. from exchange in Exchanges()
           from side in new[] { "request", "response" }
           let body = exchange.Json[side]?["body"]
           from item in Items(body)
           where item?["properties"]?["jobType"] is not null
           select ($"{exchange.Name} {side}", item!.ToJsonString()),
    ];

    public static JsonNode? Body(string prefix) => Exchanges().First(exchange => exchange.Name.StartsWith(prefix, StringComparison.Ordinal)).Json["response"]?["body"];

    /// <summary>The exchange whose file begins so. Skips the test at hand when there are no recordings.</summary>
    public static JsonNode Exchange(string prefix)
    {
        Demand();
        return Exchanges().First(exchange => exchange.Name.StartsWith(prefix, StringComparison.Ordinal)).Json;
    }

    /// <summary>An exchange's answer: its status, headers and body.</summary>
    public static JsonNode Response(string prefix) => Exchanges().First(exchange => exchange.Name.StartsWith(prefix, StringComparison.Ordinal)).Json["response"]!;

    /// <summary>Skips the test at hand when there are no recordings.</summary>
    public static void Demand() => SharedMaterial.Demand("contract", "recorded", "exchanges");

    private static IEnumerable<(string Name, JsonNode Json)> Exchanges() =>
        Directory.EnumerateFiles(SharedMaterial.Find("contract", "recorded", "exchanges")!, "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!));

    private static JsonArray Items(JsonNode? body) => body switch
    {
        JsonObject list when list["value"] is JsonArray items => items,
        JsonObject one => [one.DeepClone()],
        _ => [],
    };
}
