using System.Text.Json;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Sends this room's requests to the workspace and reads the answers as JSON.</summary>
internal sealed class WorkspaceRequests(AssetContext context)
{
    /// <summary>The oldest contract that has all that codes, environments, data, models and datastores need.</summary>
    public const string ApiVersion = "2024-04-01";

    /// <summary>Reads what is at a path beneath the workspace, such as <c>codes/x/versions/1</c>; the query's values are not yet encoded.</summary>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public Task<JsonDocument> GetAsync(string path, IEnumerable<(string Name, string Value)> query, CancellationToken cancellationToken) =>
        SendAsync(RequestMethod.Get, path, ApiVersion, query, content: null, cancellationToken);

    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken) => GetAsync(path, [], cancellationToken);

    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public Task<JsonDocument> PutAsync(string path, Action<Utf8JsonWriter> writeBody, CancellationToken cancellationToken) =>
        SendAsync(RequestMethod.Put, path, ApiVersion, [], RequestContent.Create(AssetBody.Bytes(writeBody)), cancellationToken);

    /// <summary>Registers a version of an asset.</summary>
    /// <param name="kind">The collection it comes into: <c>codes</c>, <c>environments</c>, <c>components</c>.</param>
    /// <param name="name">The asset's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="writeBody">Writes what it is.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public async Task<JsonDocument> RegisterAsync(string kind, string name, string version, Action<Utf8JsonWriter> writeBody, CancellationToken cancellationToken)
    {
        JsonDocument registered = await Tracing.RunAsync(
            SpanNames.Register,
            context.WorkspaceName,
            span =>
            {
                span?.SetTag(SpanTags.AssetKind, kind);
                return PutAsync($"{kind}/{name}/versions/{version}", writeBody, cancellationToken);
            }).ConfigureAwait(false);
        context.Logger.AssetRegistered(kind, name, version);
        return registered;
    }

    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public Task<JsonDocument> PostAsync(string path, string apiVersion, Action<Utf8JsonWriter>? writeBody, CancellationToken cancellationToken) =>
        SendAsync(RequestMethod.Post, path, apiVersion, [], writeBody is null ? null : RequestContent.Create(AssetBody.Bytes(writeBody)), cancellationToken);

    private async Task<JsonDocument> SendAsync(
        RequestMethod method,
        string path,
        string apiVersion,
        IEnumerable<(string Name, string Value)> query,
        RequestContent? content,
        CancellationToken cancellationToken)
    {
        using HttpMessage message = context.Sender.CreateMessage();
        Request request = message.Request;
        request.Method = method;
        request.Uri.Reset(context.ArmEndpoint);
        request.Uri.AppendPath(context.WorkspacePath + "/" + path, escape: false);
        request.Uri.AppendQuery("api-version", apiVersion);
        foreach ((string name, string value) in query)
        {
            request.Uri.AppendQuery(name, value, escapeValue: true);
        }

        request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (content is not null)
        {
            request.Headers.Add(HttpHeader.Common.JsonContentType);
            request.Content = content;
        }

        await context.Sender.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (message.Response.IsError)
        {
            throw ServiceErrors.ToException(message.Response);
        }

        try
        {
            return JsonDocument.Parse(message.Response.Content);
        }
        catch (JsonException e)
        {
            throw new JobFormatException($"The service's answer to {method} {path} is no JSON: {e.Message}", path: "", e);
        }
    }
}
