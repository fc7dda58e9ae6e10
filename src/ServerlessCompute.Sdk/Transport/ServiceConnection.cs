using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// The way to one workspace: pipelines with and without a token, the addresses of Resource Manager and of the workspace's data plane.
/// Thread-safe; one for a client and all its handles.
/// </summary>
internal sealed class ServiceConnection
{
    private readonly HttpPipeline _authenticated;
    private readonly HttpPipeline _anonymous;
    private readonly string _armBase;
    private Task<WorkspaceEndpoints>? _endpoints;

    public ServiceConnection(WorkspaceId workspace, TokenCredential credential, ServerlessComputeClientOptions options)
    {
        Workspace = workspace;
        Credential = credential;
        Options = options;
        WorkspacePath = workspace.ToString();
        _armBase = options.ResourceManagerEndpoint.AbsoluteUri.TrimEnd('/');
        _authenticated = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, options.ResourceManagerScope));
        _anonymous = HttpPipelineBuilder.Build(options);
        StorageRetryPolicy = new ResiliencePolicy(options);
    }

    public WorkspaceId Workspace { get; }

    public TokenCredential Credential { get; }

    public ServerlessComputeClientOptions Options { get; }

    /// <summary>The workspace's resource id, with which every path begins.</summary>
    public string WorkspacePath { get; }

    public HttpPipeline Pipeline => _authenticated;

    public TimeProvider Time => Options.TimeProvider;

    /// <summary>Repeats requests to storage accounts as it repeats those to the service.</summary>
    public HttpPipelinePolicy StorageRetryPolicy { get; }

    /// <summary>The address of something in the workspace, under Resource Manager.</summary>
    public Uri ArmUri(string pathInWorkspace, string apiVersion, string query = "") =>
        new($"{_armBase}{WorkspacePath}{pathInWorkspace}?api-version={apiVersion}{query}");

    /// <summary>The address of something of the provider in the workspace's subscription, under Resource Manager.</summary>
    public Uri SubscriptionUri(string path, string apiVersion) =>
        new($"{_armBase}/subscriptions/{Workspace.SubscriptionId}/providers/Microsoft.MachineLearningServices{path}?api-version={apiVersion}");

    /// <summary>An address that Resource Manager gave. The token goes there as well, so it must be the same service's.</summary>
    /// <exception cref="InvalidOperationException">It is somebody else's.</exception>
    public Uri OwnUri(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Host == Options.ResourceManagerEndpoint.Host
            ? uri
            : throw new InvalidOperationException("The service's answer leads to another host. No token was sent there.");

    /// <summary>Where the workspace's data plane is. Asked once; a failure is not remembered.</summary>
    public Task<WorkspaceEndpoints> GetEndpointsAsync(CancellationToken cancellationToken)
    {
        Task<WorkspaceEndpoints>? known = Volatile.Read(ref _endpoints);
        return known is { IsCompletedSuccessfully: true } ? known : AskForEndpointsAsync(cancellationToken);
    }

    /// <summary>Sends with the credential's token; an answer that is an error becomes an exception.</summary>
    public async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _authenticated.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.IsError ? throw ServiceErrors.ToException(message.Response) : message.Response;
    }

    /// <summary>Sends without a token, to an address that carries its own permission; the caller looks at the status.</summary>
    public async ValueTask<Response> SendAnonymousAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _anonymous.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response;
    }

    public HttpMessage CreateMessage(RequestMethod method, Uri uri)
    {
        HttpMessage message = _authenticated.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        message.Request.Headers.SetValue("Accept", "application/json");
        return message;
    }

    public HttpMessage CreateAnonymousMessage(Uri uri)
    {
        HttpMessage message = _anonymous.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(uri);
        return message;
    }

    private async Task<WorkspaceEndpoints> AskForEndpointsAsync(CancellationToken cancellationToken)
    {
        WorkspaceEndpoints endpoints = await WorkspaceEndpoints.AskAsync(this, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _endpoints, Task.FromResult(endpoints));
        return endpoints;
    }
}
