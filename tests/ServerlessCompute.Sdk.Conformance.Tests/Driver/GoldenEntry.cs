using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What became of one YAML file, in the shape of the corpus' golden files.</summary>
/// <param name="File">The file.</param>
/// <param name="Requests">What was sent; empty when it was refused.</param>
/// <param name="Error">Why it was refused.</param>
internal sealed record GoldenEntry(CorpusFile File, IReadOnlyList<StandInRequest> Requests, string? Error = null)
{
    /// <summary>What the stand-in had no answer to.</summary>
    public IReadOnlyList<StandInRequest> Unknown { get; init; } = [];

    /// <summary>The whole entry. A resource id of the workspace begins with <c>{workspace}</c>, uploads have numbers instead of random names.</summary>
    public JsonObject ToJson()
    {
        var entry = new JsonObject { ["source"] = File.Name, ["kind"] = File.Kind.ToString().ToLowerInvariant() };
        if (Error is not null)
        {
            entry["error"] = Error;
            return entry;
        }

        string folder = File.Kind switch { CorpusKind.Component => "/components/", CorpusKind.Schedule => "/schedules/", _ => "/jobs/" };
        StandInRequest[] puts = [.. Requests.Where(request => request.Method == "PUT" && !request.IsStorage)];
        StandInRequest last = puts.Last(request => request.Path.Contains(folder, StringComparison.Ordinal));
        entry["request"] = Describe(last);
        entry["registered"] = new JsonArray([.. puts.Where(request => !ReferenceEquals(request, last)).Select(Describe)]);
        entry["uploads"] = Uploads();
        return Placeholders.Insert(entry);

        JsonObject Describe(StandInRequest request)
        {
            JsonObject described = ReferenceEquals(request, last) ? new() { ["method"] = "PUT" } : [];
            described["path"] = request.Path;
            described["apiVersion"] = request.ApiVersion;
            described["body"] = request.Body?.DeepClone();
            if (ReferenceEquals(request, last) && request.TokenHeaders.Count > 0)
            {
                described["headers"] = new JsonArray([.. request.TokenHeaders.Select(header => JsonValue.Create(header))]);
            }

            return described;
        }
    }

    // The blobs that were written, by container.
    private JsonObject Uploads()
    {
        var uploads = new JsonObject();
        foreach (IGrouping<string, string[]> container in Requests
            .Where(request => request.Method == "PUT" && request.IsStorage)
            .Select(request => request.Path.TrimStart('/').Split('/', 2))
            .GroupBy(parts => parts[0]))
        {
            uploads[container.Key] = new JsonArray([.. container.Select(parts => parts.Length > 1 ? parts[1] : "").Distinct().Order(StringComparer.Ordinal).Select(blob => JsonValue.Create(blob))]);
        }

        return uploads;
    }
}
