using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ServerlessCompute;

/// <summary>
/// The way to one workspace: pipelines with and without a token, the addresses of Resource Manager and of the workspace's data plane.
/// Thread-safe; one for a client and all its handles.
/// </summary>
internal sealed class ServiceConnection
{
    private readonly RequestSender _anonymous;
    private readonly string _armBase;
    private Task<WorkspaceEndpoints>? _endpoints;

    public ServiceConnection(WorkspaceId workspace, TokenCredential credential, ServerlessComputeClientOptions options)
    {
        Workspace = workspace;
        Credential = credential;
        Options = options;
        WorkspacePath = workspace.ToString();
        Logger = options.LoggerFactory?.CreateLogger(ServerlessComputeTelemetry.LogCategory) ?? NullLogger.Instance;
        _armBase = options.ResourceManagerEndpoint.AbsoluteUri.TrimEnd('/');

        // The workspace and the storage behind it are well or ill apart from each other.
        var service = new ResilienceState(options, workspace.WorkspaceName, Logger);
        var storage = new ResilienceState(options, $"storage of {workspace.WorkspaceName}", Logger);
        StorageRetryPolicy = new ResiliencePolicy(() => storage);
        Sender = Build(
            service,
            new TokenPolicy(new TokenKeeper(credential, options.ResourceManagerScope, options.TimeProvider)),
            new UserTokenPolicy(new TokenKeeper(credential, options.MachineLearningScope, options.TimeProvider), options.MachineLearningScope));
        _anonymous = Build(storage);
    }

    public WorkspaceId Workspace { get; }

    public TokenCredential Credential { get; }

    public ServerlessComputeClientOptions Options { get; }

    /// <summary>The workspace's resource id, with which every path begins.</summary>
    public string WorkspacePath { get; }

    public ILogger Logger { get; }

    /// <summary>Sends with the credential's token.</summary>
    public RequestSender Sender { get; }

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
    public Task<WorkspaceEndpoints> GetEndpointsAsync(CancellationToken cancellationToken, bool isPatient = false) =>
        Volatile.Read(ref _endpoints) ?? AskForEndpointsAsync(isPatient, cancellationToken);

    /// <summary>Sends with the credential's token; an answer that is an error becomes an exception.</summary>
    public async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await Sender.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.IsError ? throw ServiceErrors.ToException(message.Response) : message.Response;
    }

    /// <summary>Sends without a token, to an address that carries its own permission; the caller looks at the status.</summary>
    public async ValueTask<Response> SendAnonymousAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _anonymous.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response;
    }

    /// <param name="method">What to do.</param>
    /// <param name="uri">Where.</param>
    /// <param name="isPatient">Whether somebody watches or waits, and prefers a late answer to none.</param>
    public HttpMessage CreateMessage(RequestMethod method, Uri uri, bool isPatient = false)
    {
        HttpMessage message = Sender.CreateMessage(isPatient);
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        message.Request.Headers.SetValue("Accept", "application/json");
        return message;
    }

    public HttpMessage CreateAnonymousMessage(Uri uri, bool isPatient = false)
    {
        HttpMessage message = _anonymous.CreateMessage(isPatient);
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(uri);
        return message;
    }

    private RequestSender Build(ResilienceState state, params HttpPipelinePolicy[] perAttempt) =>
        new(HttpPipelineBuilder.Build(Options, [new ResilienceScope(state)], perAttempt, responseClassifier: null), Options);

    private async Task<WorkspaceEndpoints> AskForEndpointsAsync(bool isPatient, CancellationToken cancellationToken)
    {
        WorkspaceEndpoints endpoints = await WorkspaceEndpoints.AskAsync(this, isPatient, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _endpoints, Task.FromResult(endpoints));
        return endpoints;
    }
}
