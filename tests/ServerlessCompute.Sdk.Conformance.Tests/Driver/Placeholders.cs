using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Makes entries stable: what differs from run to run, and the workspace, become words in braces.</summary>
internal static partial class Placeholders
{
    public static JsonObject Insert(JsonObject entry)
    {
        string text = entry.ToJsonString()
            .Replace(StandInService.Workspace, "{workspace}", StringComparison.Ordinal)
            .Replace(StandInService.Subscription, "{subscription}", StringComparison.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in NamedById().Matches(text))
        {
            Name(match.Groups["kind"].Value is "LocalUpload" ? "upload" : match.Groups["kind"].Value.TrimEnd('s'), match.Groups["id"].Value);
        }

        foreach (string container in entry["uploads"]!.AsObject().Select(upload => upload.Key).Where(container => Id().IsMatch(container)))
        {
            Name("upload", container);
        }

        foreach ((string id, string name) in names)
        {
            text = text.Replace(id, name, StringComparison.Ordinal);
        }

        return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!.AsObject();

        void Name(string kind, string id) => names.TryAdd(id, $"{{{kind}-{names.Count + 1}}}");
    }

    [GeneratedRegex("/(?<kind>codes|data|LocalUpload|models)/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedById();

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
