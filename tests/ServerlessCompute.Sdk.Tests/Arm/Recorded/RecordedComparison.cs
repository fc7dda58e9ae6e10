using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Compares an answer with the recorded one: status, headers that clients read, names of members at every level, codes of errors.</summary>
internal static class RecordedComparison
{
    /// <summary>What clients were seen to read.</summary>
    private static readonly string[] _headers =
    [
        "Location", "Azure-AsyncOperation", "x-ms-async-operation-timeout", "Content-Type", "Content-Range", "Content-MD5", "ETag", "Last-Modified", "Accept-Ranges",
        "x-ms-blob-type", "x-ms-creation-time", "x-ms-error-code", "x-ms-request-server-encrypted", "x-ms-content-crc64", "x-ms-response-type", "x-ms-version",
    ];

    /// <summary>What may differ: exchanges (<c>*</c> for all), the path with <c>*</c> for parts, and why. <c>+</c> is only here, <c>-</c> only there, <c>=</c> another value.</summary>
    private static readonly (string Exchanges, string Path, string Why)[] _accepted =
    [
        ("*", "+*properties._azureml.ClusterName", "since 2026; older recordings do not have it"),
        ("*", "-*properties.azureml.git.dirty", "a note of the recorded client's, in a request that was not recorded"),
        ("*", "-*properties.mlflow.source.git.*", "the same"),
        ("*", "+*properties.azureml.DatasetAccessMode", "since April 2023"),
        ("*", "+*properties.azureml.enforceRerun", "since April 2023"),
        ("002", "=properties.identity", "left out of the recorded request, which the answer shows"),
        ("004", "+properties.queueSettings", "versions before it was in the contract"),
        ("017", "+properties.properties.*TimeUtc", "the recorded job was cancelled while its nodes started, this one while it ran"),
        ("024", "?properties.jobs.*", "another pipeline: the request that made the recorded one was not recorded"),
        ("024", "?properties.settings.*", "another pipeline"),
        ("028", "?properties.inputs.*", "an import job, of a kind that is no more, without machines of its own"),
        ("028", "-properties.outputs.output", "an import job"),
        ("028", "+properties.tags._aml_system_ComputeTargetStatus", "an import job"),
        ("028", "+properties.properties.*", "an import job"),
        ("080", "?parameters.*", "another pipeline"),
        ("080", "-inputs.*", "another pipeline"),
        ("080", "+properties.azureml.pipelines.stages", "the recording is of a moment before there were any"),
        ("080 081", "+queueingInfo", "recorded on runs; given in details as well"),
        ("088", "=error.*", "snapshots of the first SDK are not served: the answer names the route"),
        ("092", "+value[].estimatedVMPrices", "some sizes of the recording have none, its first one too"),
        ("094", "-value[].properties.containerRegistry", "absent until images are built, and none are"),
    ];

    public static IReadOnlyList<string> Differences(string exchange, JsonNode response, RawAnswer answer)
    {
        var found = new List<string>();
        if ((int)response["status"]! != answer.Status)
        {
            found.Add($"=status: {response["status"]} is {answer.Status} {answer.Text}");
        }

        foreach (string header in response["headers"]!.AsObject().Select(static h => h.Key).Where(static h => _headers.Contains(h, StringComparer.OrdinalIgnoreCase)))
        {
            if (answer.Header(header) is null)
            {
                found.Add($"-header {header}: only theirs");
            }
        }

        if (response["body"] is JsonObject body)
        {
            Compare("", body, answer.Text.Length == 0 ? null : JsonNode.Parse(answer.Text), found);
        }
        else if (response["body"] is null && answer.Text.Length > 0 && !answer.Text.StartsWith('<'))
        {
            found.Add($"+body: {answer.Text}");
        }

        return [.. found.Where(difference => !Accepts(exchange, difference))];
    }

    private static void Compare(string path, JsonNode? theirs, JsonNode? ours, List<string> found)
    {
        switch (theirs, ours)
        {
            case (JsonObject recorded, JsonObject answered):
                foreach (string name in recorded.Select(static m => m.Key).Union(answered.Select(static m => m.Key)))
                {
                    string below = path.Length == 0 ? name : $"{path}.{name}";
                    if (recorded.ContainsKey(name) && answered.ContainsKey(name))
                    {
                        Compare(below, recorded[name], answered[name], found);
                    }
                    else
                    {
                        found.Add(answered.ContainsKey(name) ? $"+{below}: only ours" : $"-{below}: only theirs");
                    }
                }

                break;
            case (JsonArray recorded, JsonArray answered):
                CompareItems(path, recorded, answered, found);
                break;
            case (JsonValue, JsonValue) when path.EndsWith("code", StringComparison.Ordinal) && !JsonNode.DeepEquals(theirs, ours):
                found.Add($"={path}: {theirs!.ToJsonString()} is {ours!.ToJsonString()}");
                break;
            case (JsonObject or JsonArray, not (JsonObject or JsonArray)) or (not (JsonObject or JsonArray), JsonObject or JsonArray):
                found.Add($"={path}: {Kind(theirs)} is {Kind(ours)}");
                break;
            default:
                break;
        }
    }

    /// <summary>Items that say their type are compared by it, others by the first.</summary>
    private static void CompareItems(string path, JsonArray theirs, JsonArray ours, List<string> found)
    {
        if (theirs.Count > 0 && theirs.All(static i => i is JsonObject o && o.ContainsKey("info")))
        {
            foreach (JsonNode? item in theirs)
            {
                JsonNode? same = ours.FirstOrDefault(o => (string?)o!["type"] == (string?)item!["type"]);
                Compare($"{path}[{item!["type"]}]", item, same, found);
            }
        }
        else if (theirs.Count > 0 && ours.Count > 0)
        {
            Compare($"{path}[]", theirs[0], ours[0], found);
        }
        else if (theirs.Count != ours.Count)
        {
            found.Add($"={path}: {theirs.Count} item(s) is {ours.Count}");
        }
    }

    private static string Kind(JsonNode? node) => node switch { null => "null", JsonObject => "an object", JsonArray => "a list", _ => node.ToJsonString() };

    private static bool Accepts(string exchange, string difference) => Array.Exists(_accepted, row =>
        (row.Exchanges == "*" || row.Exchanges.Split(' ').Contains(exchange))
        && (row.Path[0] == '?' || row.Path[0] == difference[0])
        && Regex.IsMatch(difference[1..].Split(": ")[0], $"^{Regex.Escape(row.Path[1..]).Replace("\\*", ".*", StringComparison.Ordinal)}$"));
}
