using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ServerlessCompute;

/// <summary>What this room needs of a client. One for the client's whole life; thread-safe.</summary>
internal sealed record AssetContext
{
    private static readonly ConditionalWeakTable<ServiceConnection, AssetContext> _contexts = [];

    /// <summary>Sends requests to Azure Resource Manager, with authorization and retries.</summary>
    public required RequestSender Sender { get; init; }

    /// <summary>Where Azure Resource Manager is.</summary>
    public required Uri ArmEndpoint { get; init; }

    /// <summary>The workspace's resource id, <c>/subscriptions/…</c>.</summary>
    public required string WorkspacePath { get; init; }

    /// <summary>Carries requests to storage accounts.</summary>
    public required HttpPipelineTransport BlobTransport { get; init; }

    /// <summary>The caller, for datastores that give out neither a key nor a signed address.</summary>
    public required TokenCredential Credential { get; init; }

    /// <summary>How the names of storage accounts' hosts end, where a datastore does not say.</summary>
    public string StorageSuffix { get; init; } = AzureCloud.Public.StorageSuffix;

    /// <summary>The workspace's name, for traces and metrics.</summary>
    public string WorkspaceName => WorkspacePath[(WorkspacePath.LastIndexOf('/') + 1)..];

    /// <summary>Where messages are logged.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Makes the names that uploads of data carry.</summary>
    public IdSource Ids { get; init; } = IdSource.System;

    /// <summary>How requests to storage accounts are repeated.</summary>
    /// <value>Null: as Azure.Storage.Blobs does.</value>
    public HttpPipelinePolicy? BlobRetryPolicy { get; init; }

    /// <summary>
    /// Whether datastores may be asked for secrets that expire, which the contract knows since 2024-10-01-preview; older ones hand out
    /// the account's key.
    /// </summary>
    public bool AsksForExpiringSecrets { get; init; } = true;

    /// <summary>Uploads of code that were begun through this client and are not complete, by the code's name.</summary>
    public ConcurrentDictionary<string, PendingUpload> PendingUploads { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The environments that were registered through this client, by the hash of their content.</summary>
    public OnceTable<string> Environments { get; } = new();

    /// <summary>The components without a name that were registered through this client, by the hash of their content.</summary>
    public OnceTable<Guid> Components { get; } = new();

    /// <summary>What this room needs, taken from a client's way to its workspace; the same object for the same way.</summary>
    public static AssetContext Of(ServiceConnection connection) => _contexts.GetValue(connection, static c => new AssetContext
    {
        Sender = c.Sender,
        ArmEndpoint = c.Options.ResourceManagerEndpoint,
        WorkspacePath = c.WorkspacePath,
        BlobTransport = c.Options.Transport,
        BlobRetryPolicy = c.StorageRetryPolicy,
        Credential = c.Credential,
        Logger = c.Logger,
        StorageSuffix = c.Options.Cloud.StorageSuffix,
        AsksForExpiringSecrets = c.Options.Version > ServerlessComputeClientOptions.ServiceVersion.V2024_04_01,
    });

    public BlobClientOptions CreateBlobOptions() => new() { Transport = BlobTransport, RetryPolicy = BlobRetryPolicy };
}
