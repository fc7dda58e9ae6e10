using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Puts files among a run's artifacts: through an MLflow server's artifact proxy, or through the service's artifact API.</summary>
internal sealed class ArtifactUploader(TrackingClient client)
{
    private const string ProxyScheme = "mlflow-artifacts:";

    private string? _root;

    /// <summary>Uploads one file.</summary>
    /// <param name="path">The path among the artifacts, with slashes.</param>
    /// <param name="open">Opens the content, once for each attempt.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TrackingException">It was refused, or the service stayed out of reach.</exception>
    public async Task UploadAsync(string path, Func<Stream> open, CancellationToken cancellationToken)
    {
        Func<HttpRequestMessage> put = client.Address.IsService
            ? await ToServiceAsync(path, open, cancellationToken).ConfigureAwait(false)
            : await ToProxyAsync(path, open, cancellationToken).ConfigureAwait(false);
        using HttpResponseMessage response = await client.SendAsync(put, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Func<HttpRequestMessage>> ToProxyAsync(string path, Func<Stream> open, CancellationToken cancellationToken)
    {
        _root ??= await client.GetArtifactUriAsync(cancellationToken).ConfigureAwait(false);
        if (!_root.StartsWith(ProxyScheme, StringComparison.Ordinal))
        {
            throw new TrackingException($"the run keeps its artifacts at '{_root}', which this library cannot write to; it can where the MLflow server serves artifacts itself (--serve-artifacts).", null);
        }

        string root = new Uri(_root).AbsolutePath.Trim('/');
        string address = $"{client.Address.Root}/api/2.0/mlflow-artifacts/artifacts/{root}/{Escape(path)}";
        return () => client.Authorized(new HttpRequestMessage(HttpMethod.Put, address) { Content = new StreamContent(open()) });
    }

    private async Task<Func<HttpRequestMessage>> ToServiceAsync(string path, Func<Stream> open, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("paths");
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        string register = $"{client.Address.ServiceArtifacts}/artifacts/ExperimentRun/dcid.{client.RunId}/batch/metadata";
        using JsonDocument answer = await client.ReadAsync(() => client.Json(HttpMethod.Post, register, body.WrittenMemory), cancellationToken).ConfigureAwait(false);
        string? blob = answer.RootElement.TryGetProperty("artifactContentInformation", out JsonElement all) && all.TryGetProperty(path, out JsonElement one) && one.TryGetProperty("contentUri", out JsonElement uri)
            ? uri.GetString()
            : null;
        if (blob is null)
        {
            throw new TrackingException("the service gave no address to upload to; a file of this name may be there already.", null);
        }

        // The address is signed: the run's token has no business there.
        return () => new HttpRequestMessage(HttpMethod.Put, blob)
        {
            Content = new StreamContent(open()),
            Headers = { { "x-ms-blob-type", "BlockBlob" }, { "x-ms-version", "2021-12-02" } },
        };
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
