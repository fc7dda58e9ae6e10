using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>A place where two bodies do not say the same.</summary>
/// <param name="Path">The place, from <c>$</c>, the body.</param>
/// <param name="Theirs">What the reference client says there; null when it says nothing.</param>
/// <param name="Ours">What this library says there.</param>
internal sealed record Difference(string Path, JsonNode? Theirs, JsonNode? Ours)
{
    /// <summary>The places where two canonical forms differ.</summary>
    public static IEnumerable<Difference> Between(JsonNode? theirs, JsonNode? ours, string path = "$")
    {
        // Python's text of a map, where the reference should have sent the map itself.
        if (ours is not null && theirs.Text() is ['{', '\'', ..])
        {
            return [];
        }

        return (theirs, ours) switch
        {
            (JsonObject a, JsonObject b) => a.Select(member => member.Key).Union(b.Select(member => member.Key)).Order(StringComparer.Ordinal)
                .SelectMany(name => Between(a[name], b[name], $"{path}.{name}")),
            (JsonArray a, JsonArray b) when a.Count == b.Count => a.Zip(b).SelectMany((pair, i) => Between(pair.First, pair.Second, $"{path}[{i}]")),
            _ => JsonNode.DeepEquals(theirs, ours) ? [] : [new Difference(path, theirs, ours)],
        };
    }

    public override string ToString() => $"{Path}: theirs {Shown(Theirs)}, ours {Shown(Ours)}";

    private static string Shown(JsonNode? value)
    {
        string text = value?.ToJsonString() ?? "nothing";
        return text.Length > 200 ? text[..200] + "…" : text;
    }
}
