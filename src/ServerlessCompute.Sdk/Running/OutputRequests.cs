using System.Buffers;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Finds out where a job's outputs are, and fetches them.</summary>
internal static class OutputRequests
{
    private const string Default = "default";

    public static async Task<ValueMap<JobOutput>> GetAsync(ServiceConnection connection, string jobName, CancellationToken cancellationToken)
    {
        WorkspaceEndpoints endpoints = await connection.GetEndpointsAsync(cancellationToken).ConfigureAwait(false);
        Response runData = await PostAsync(
            connection,
            new Uri($"{endpoints.RunHistory}/rundata"),
            writer =>
            {
                writer.WriteString("runId"u8, jobName);
                writer.WriteBoolean("selectRunMetadata"u8, true);
            },
            cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RunOutput> outputs = RunDataJson.ReadOutputs(runData.Content.ToMemory());
        var found = new List<KeyValuePair<string, JobOutput>> { new(Default, DefaultOutput(jobName)) };
        if (outputs.Count == 0)
        {
            return ValueMap.From(found);
        }

        Response resolved = await PostAsync(
            connection,
            new Uri($"{endpoints.DataPlane}/data/v1.0{connection.WorkspacePath}/dataversion/batchGetResolvedUris?api-version={ApiVersions.ResolvedUris}"),
            writer =>
            {
                writer.WriteStartArray("values"u8);
                foreach (RunOutput output in outputs)
                {
                    writer.WriteStringValue(output.AssetId);
                }

                writer.WriteEndArray();
            },
            cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, string> uris = RunDataJson.ReadResolvedUris(resolved.Content.ToMemory());
        foreach (RunOutput output in outputs)
        {
            if (output.Name != Default && uris.TryGetValue(output.AssetId, out string? uri))
            {
                found.Add(new(output.Name, new JobOutput(output.Name, output.Type, uri)));
            }
        }

        return ValueMap.From(found);
    }

    public static async Task<IReadOnlyList<string>> DownloadAsync(
        ServiceConnection connection,
        string jobName,
        string outputName,
        string folder,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        JobOutput? output = outputName == Default ? DefaultOutput(jobName) : null;
        if (output is null)
        {
            ValueMap<JobOutput> outputs = await GetAsync(connection, jobName, cancellationToken).ConfigureAwait(false);
            output = outputs.TryGetValue(outputName, out JobOutput? found)
                ? found
                : throw new ArgumentException($"Job '{jobName}' has no output '{outputName}'. It has: {string.Join(", ", outputs.Keys)}.", nameof(outputName));
        }

        return await JobAssets.DownloadAsync(connection, output.Uri, folder, progress, cancellationToken).ConfigureAwait(false);
    }

    private static JobOutput DefaultOutput(string jobName) =>
        new(Default, OutputType.UriFolder, $"azureml://datastores/workspaceartifactstore/paths/ExperimentRun/dcid.{jobName}/");

    private static async Task<Response> PostAsync(ServiceConnection connection, Uri uri, Action<Utf8JsonWriter> writeMembers, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        using HttpMessage message = connection.CreateMessage(RequestMethod.Post, uri);
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(body.WrittenMemory);
        return await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }
}
