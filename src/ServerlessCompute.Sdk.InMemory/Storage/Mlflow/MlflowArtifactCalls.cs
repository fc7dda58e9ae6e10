using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The calls about artifacts: what a run has, and the proxy through which clients without access to the storage read and write.</summary>
internal sealed class MlflowArtifactCalls(MlflowArtifacts artifacts, MlflowRunCalls runs)
{
    /// <summary>Lists a folder of a run, with paths relative to the run's folder.</summary>
    public EngineResponse List(MlflowArguments arguments)
    {
        MlflowRunView run = runs.Find(arguments);
        string path = (arguments.Text("path") ?? "").Trim('/');
        string root = MlflowArtifacts.Root(run.Run.RunId);
        IReadOnlyList<BlobEntry> entries = artifacts.List(path.Length == 0 ? root : $"{root}/{path}");
        return MlflowJson.Answer(writer =>
        {
            writer.WriteString("root_uri", run.ArtifactUri);
            Files(writer, entries, path.Length == 0 ? "" : path + '/');
        });
    }

    /// <summary>Lists a folder of the proxy, with bare names.</summary>
    public EngineResponse ListProxied(string query)
    {
        IReadOnlyList<BlobEntry> entries = artifacts.List(MlflowArguments.FromQuery(query).Required("path"));
        return MlflowJson.Answer(writer => Files(writer, entries, ""));
    }

    public EngineResponse Download(string path)
    {
        BlobContent content = artifacts.Get(path).Content;
        EngineResponse response = content.IsInMemory
            ? new EngineResponse(200, content.Read(0, int.MaxValue), "application/octet-stream")
            : new EngineResponse(200, default, "application/octet-stream") { BodyStream = content.OpenRead() };
        return response.With("Content-Length", content.Length.ToString(CultureInfo.InvariantCulture));
    }

    public EngineResponse Upload(string path, ReadOnlyMemory<byte> body)
    {
        artifacts.Put(path, body);
        return MlflowJson.Empty;
    }

    public EngineResponse Delete(string path)
    {
        artifacts.Delete(path);
        return MlflowJson.Empty;
    }

    private static void Files(Utf8JsonWriter writer, IReadOnlyList<BlobEntry> entries, string folder)
    {
        writer.WriteStartArray("files");
        foreach (BlobEntry entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString("path", folder + entry.Name.TrimEnd('/'));
            writer.WriteBoolean("is_dir", entry.Blob is null);
            if (entry.Blob is { } blob)
            {
                writer.WriteNumber("file_size", blob.Content.Length);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
