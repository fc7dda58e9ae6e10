using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>One request that the stand-in was sent.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Uri">The whole address.</param>
/// <param name="Body">The body where it is JSON.</param>
/// <param name="TokenHeaders">Which of the headers that carry the submitter's own token came along.</param>
internal sealed record StandInRequest(string Method, Uri Uri, JsonNode? Body, IReadOnlyList<string> TokenHeaders)
{
    private static readonly string[] _tokenHeaders = ["x-azureml-token", "x-ms-user-aml-token"];

    public string Host => Uri.Host;

    /// <summary>The path, with its escapes undone.</summary>
    public string Path { get; } = System.Uri.UnescapeDataString(Uri.AbsolutePath);

    public string? ApiVersion { get; } = Uri.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2))
        .FirstOrDefault(pair => pair is ["api-version", _])?[1];

    /// <summary>Whether this goes to a storage account instead of the service.</summary>
    public bool IsStorage => Host.EndsWith("blob.core.windows.net", StringComparison.Ordinal);

    public static StandInRequest From(Request request, CancellationToken cancellationToken)
    {
        string[] tokens = [.. _tokenHeaders.Where(request.Headers.Contains)];
        var uri = request.Uri.ToUri();
        return new StandInRequest(request.Method.Method, uri, ReadBody(request, cancellationToken), tokens);
    }

    // What goes to storage is a file's content, whatever it looks like.
    private static JsonNode? ReadBody(Request request, CancellationToken cancellationToken)
    {
        if (request.Content is null || !request.Headers.TryGetValue("Content-Type", out string? type) || !type.StartsWith("application/json", StringComparison.Ordinal))
        {
            return null;
        }

        using var body = new MemoryStream();
        request.Content.WriteTo(body, cancellationToken);
        return body.Length == 0 ? null : JsonNode.Parse(body.ToArray(), documentOptions: new JsonDocumentOptions { MaxDepth = 256 });
    }
}
