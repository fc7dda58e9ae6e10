using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>
/// JSON that people have read and approved, one file each in the folder <c>Golden</c>. With the environment variable
/// <c>UPDATE_GOLDEN=1</c> the files are written anew instead of compared; the difference is then for review.
/// </summary>
internal static class GoldenFile
{
    private const int LineLength = 120;

    private static readonly JsonSerializerOptions _compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void AssertEqual(string name, string json)
    {
        string path = Repository.Folder("tests", "ServerlessCompute.Sdk.Tests", "Wire", "Golden", $"{name}.json");
        string readable = Readable(JsonNode.Parse(json)!);
        if (ProcessEnvironment.Current["UPDATE_GOLDEN"] == "1")
        {
            File.WriteAllText(path, readable);
        }

        Assert.That(readable, Is.EqualTo(File.Exists(path) ? File.ReadAllText(path) : ""), $"Golden/{name}.json; UPDATE_GOLDEN=1 writes it anew.");
    }

    /// <summary>What fits on a line stays on one.</summary>
    private static string Readable(JsonNode json)
    {
        var text = new StringBuilder();
        Append(text, json, indent: 0, before: 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? json, int indent, int before)
    {
        string line = json?.ToJsonString(_compact) ?? "null";
        if (json is not (JsonObject or JsonArray) || indent + before + line.Length <= LineLength)
        {
            text.Append(line);
            return;
        }

        (char open, char close) = json is JsonObject ? ('{', '}') : ('[', ']');
        (string Name, JsonNode? Value)[] items = json is JsonObject members
            ? [.. members.Select(member => ($"{JsonSerializer.Serialize(member.Key, _compact)}: ", member.Value))]
            : [.. json.AsArray().Select(item => ("", item))];
        text.Append(open);
        for (int i = 0; i < items.Length; i++)
        {
            text.Append('\n').Append(' ', indent + 2).Append(items[i].Name);
            Append(text, items[i].Value, indent + 2, items[i].Name.Length);
            text.Append(i < items.Length - 1 ? "," : "");
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }
}
