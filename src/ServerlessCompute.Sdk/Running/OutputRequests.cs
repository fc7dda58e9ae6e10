using System.Buffers;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Finds out where a job's outputs are, and fetches them.</summary>
internal static class OutputRequests
{
    private const string Default = "default";
    private const string ResolvedUrisVersion = "1.5.0";

    public static async Task<ValueMap<JobOutput>> GetAsync(ServiceConnection connection, string jobName, CancellationToken cancellationToken)
    {
        WorkspaceEndpoints endpoints = await connection.GetEndpointsAsync(cancellationToken).ConfigureAwait(false);
        Response answer = await PostAsync(
            connection,
            $"{endpoints.RunHistory}/rundata",
            body => RunMetadata.WriteRequest(body, jobName),
            cancellationToken).ConfigureAwait(false);
        KeyValuePair<string, RunOutput>[] outputs = [.. RunMetadata.Read(answer.Content.ToMemory()).Outputs.Where(output => output.Key != Default)];
        ValueMap<JobOutput> found = [new(Default, DefaultOutput(jobName))];
        if (outputs.Length == 0)
        {
            return found;
        }

        string[] assetIds = [.. outputs.Select(output => output.Value.AssetId)];
        answer = await PostAsync(
            connection,
            $"{endpoints.DataPlane}/data/v1.0{connection.WorkspacePath}/dataversion/batchGetResolvedUris?api-version={ResolvedUrisVersion}",
            body => ResolvedUris.WriteRequest(body, assetIds),
            cancellationToken).ConfigureAwait(false);
        ValueMap<string> uris = ResolvedUris.Read(answer.Content.ToMemory().Span);
        foreach ((string name, RunOutput output) in outputs)
        {
            if (uris.TryGetValue(output.AssetId, out string? uri))
            {
                found = found.With(name, new JobOutput(name, TypeOf(output.Type), uri));
            }
        }

        return found;
    }

    public static async Task<DownloadedFiles> DownloadAsync(
        ServiceConnection connection,
        string jobName,
        string outputName,
        string folder,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        JobOutput output = DefaultOutput(jobName);
        if (outputName != Default)
        {
            ValueMap<JobOutput> outputs = await GetAsync(connection, jobName, cancellationToken).ConfigureAwait(false);
            output = outputs.TryGetValue(outputName, out JobOutput? found)
                ? found
                : throw new ArgumentException($"Job '{jobName}' has no output '{outputName}'. It has: {string.Join(", ", outputs.Keys)}.", nameof(outputName));
        }

        DownloadedFiles files = await OutputDownloader.DownloadAsync(AssetContext.Of(connection), output.Uri, folder, progress, cancellationToken).ConfigureAwait(false);
        connection.Logger.OutputDownloaded(outputName, jobName, files.Files.Count, files.Bytes);
        return files;
    }

    public static JobOutput DefaultOutput(string jobName) =>
        new(Default, OutputType.UriFolder, $"azureml://datastores/workspaceartifactstore/paths/ExperimentRun/dcid.{jobName}/");

    /// <summary>Run history writes <c>UriFolder</c> where the contract of jobs writes <c>uri_folder</c>.</summary>
    private static OutputType TypeOf(string? word) => word switch
    {
        "UriFile" => OutputType.UriFile,
        "UriFolder" => OutputType.UriFolder,
        "MLTable" => OutputType.MLTable,
        "CustomModel" => OutputType.CustomModel,
        "MLFlowModel" => OutputType.MlflowModel,
        "TritonModel" => OutputType.TritonModel,
        null => default,
        _ => new OutputType(word),
    };

    private static async Task<Response> PostAsync(ServiceConnection connection, string uri, Action<IBufferWriter<byte>> write, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        write(body);
        using HttpMessage message = connection.CreateMessage(RequestMethod.Post, new Uri(uri));
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(body.WrittenMemory);
        return await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }
}
