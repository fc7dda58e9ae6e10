using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What the region's services tell about data: where asset ids lead, what artifacts a run has, and MLflow's tracking API.</summary>
internal sealed class DataRoutes(ServerlessEngine engine, Answers answers)
{
    private static readonly string[] RunPaths = ["runs/{run}", "experiments/{experiment}/runs/{run}", "experimentids/{experiment}/runs/{run}"];

    public Route[] All() =>
    [
        new(RouteArea.Data, "POST", "dataversion/batchGetResolvedUris", ResolveUris),
        .. RunPaths.SelectMany(path => new Route[]
        {
            new(RouteArea.History, "GET", $"{path}/artifacts", call => Artifacts(call, call.Parts[^1], "")),
            new(RouteArea.History, "GET", $"{path}/artifacts/path", call => Artifacts(call, call.Parts[^1], call.Query("path") ?? "")),
            new(RouteArea.History, "GET", $"{path}/artifacts/contentinfo", ContentInfo),
        }),
        .. ((string[])["GET", "POST", "PUT", "PATCH", "DELETE"]).Select(method => new Route(RouteArea.Mlflow, method, "{*}", Mlflow)),
    ];

    private EngineResponse ResolveUris(ArmCall call)
    {
        ReadOnlySpan<byte> body = call.Request.Body.Span;
        ReadOnlySpan<byte> values = ContractCheck.IsObject(body) ? JsonScan.Value(body, "values"u8) : default;
        if (values.IsEmpty || values[0] != '[')
        {
            return answers.Fail(call, Refusal.Invalid("The body names no assets: it is {\"values\": [\"azureml://locations/…\"]}.", "values"));
        }

        string[] ids = [.. JsonElement.Parse(values).EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.String).Select(static v => v.GetString()!)];
        var resolved = ids.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Data: engine.Data.Resolve(id))).Where(static r => r.Data is not null).ToList();
        return answers.DataPlane(200, JsonBuffer.Write((engine, resolved), static (writer, s) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("values"u8);
            foreach ((string id, ResolvedData? data) in s.resolved)
            {
                const string Short = "azureml://datastores/";
                writer.WriteStartObject(id);
                writer.WriteString("uri"u8, data!.Uri.StartsWith(Short, StringComparison.OrdinalIgnoreCase) ? s.engine.Workspace.LongUri(data.Uri) : data.Uri);
                writer.WriteString("type"u8, RunData.TypeWord(data.Type));
                writer.WriteNull("legacyDatasetType"u8);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }

    private EngineResponse Artifacts(ArmCall call, string run, string prefix)
    {
        if (engine.Find(run) is null)
        {
            return answers.Fail(call, RunHistoryRoutes.RunNotFound(run));
        }

        string root = WorkspaceFiles.ArtifactPath(run, "");
        IReadOnlyList<BlobEntry> entries = engine.Files.Artifacts.List(root + prefix).Entries;
        return answers.DataPlane(200, JsonBuffer.Write((entries, root, run), static (writer, s) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("value"u8);
            foreach (BlobEntry entry in s.entries)
            {
                writer.WriteStartObject();
                writer.WriteString("artifactId"u8, $"ExperimentRun/dcid.{s.run}/{entry.Name[s.root.Length..]}");
                writer.WriteString("origin"u8, "ExperimentRun"u8);
                writer.WriteString("container"u8, $"dcid.{s.run}");
                writer.WriteString("path"u8, entry.Name[s.root.Length..]);
                writer.TextMember("etag"u8, entry.Blob?.ETag);
                writer.TimeMember("createdTime"u8, entry.Blob?.Created.UtcTicks);
                writer.WriteNull("dataPath"u8);
                writer.WriteStartObject("tags"u8);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private EngineResponse ContentInfo(ArmCall call)
    {
        (string run, string path) = (call.Parts[^1], call.Query("path") ?? "");
        if (engine.Files.Artifacts.TryGet(WorkspaceFiles.ArtifactPath(run, path)) is null)
        {
            return answers.Fail(call, new Refusal(404, $"Artifact {path} of run {run} not found.") { InnerCodes = ["NotFoundError"] });
        }

        return answers.DataPlane(200, JsonBuffer.Write((engine, run, path), static (writer, s) =>
        {
            writer.WriteStartObject();
            writer.WriteString("contentUri"u8, s.engine.Files.ArtifactUrl(s.run, s.path).AbsoluteUri);
            writer.WriteString("origin"u8, "ExperimentRun"u8);
            writer.WriteString("container"u8, $"dcid.{s.run}");
            writer.WriteString("path"u8, s.path);
            writer.WriteStartObject("tags"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }

    /// <summary>The MLflow service reads the address itself: it gets what follows the workspace, still escaped.</summary>
    private EngineResponse Mlflow(ArmCall call)
    {
        string path = call.Request.Uri.AbsolutePath;
        int api = path.IndexOf("/api/2.0", StringComparison.OrdinalIgnoreCase);
        return engine.Mlflow.Handle(call.Request.Method, api < 0 ? "/" : path[api..], call.Request.Uri.Query, call.Request.Body);
    }
}
