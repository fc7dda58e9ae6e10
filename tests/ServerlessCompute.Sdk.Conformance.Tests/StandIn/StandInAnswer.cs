using System.Text;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What the stand-in says.</summary>
internal sealed record StandInAnswer(int Status, byte[] Body, string ContentType)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public static StandInAnswer Json(int status, JsonNode body) => new(status, Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json");
}
