using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>Reads JSON that may be anything.</summary>
internal static class JsonReading
{
    /// <summary>The text of a value that is one; null for everything else.</summary>
    public static string? Text(this JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue(out string? text) ? text : null;
}
