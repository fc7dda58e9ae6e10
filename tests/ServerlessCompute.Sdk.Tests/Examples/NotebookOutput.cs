using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What a cell showed: text that it printed, or a value in the forms that the notebook keeps.</summary>
internal sealed record NotebookOutput(string Text, string? Html = null)
{
    public JsonNode ToJson() => Html is null
        ? new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = Lines(Text) }
        : new JsonObject { ["data"] = new JsonObject { ["text/html"] = Lines(Html), ["text/plain"] = Lines(Text) }, ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };

    private static JsonArray Lines(string text)
    {
        string[] lines = text.Split('\n');
        return new JsonArray([.. lines.Select((line, i) => (JsonNode)(i < lines.Length - 1 ? line + "\n" : line)).Where(static line => (string)line! != "")]);
    }
}
