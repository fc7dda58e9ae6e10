using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>A folder of golden entries, one JSON file for each YAML file.</summary>
internal static class GoldenFolder
{
    private static readonly JsonDocumentOptions _deep = new() { MaxDepth = 256 };

    /// <summary>The entries by the name of their YAML file.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => JsonNode.Parse(File.ReadAllBytes(path), documentOptions: _deep)!.AsObject())
            .Where(entry => entry.ContainsKey("source"))
            .ToDictionary(entry => (string)entry["source"]!, StringComparer.Ordinal);

    /// <summary>The rows of a list of files and reasons, separated by tabs; lines that begin with <c>#</c> are notes.</summary>
    public static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
