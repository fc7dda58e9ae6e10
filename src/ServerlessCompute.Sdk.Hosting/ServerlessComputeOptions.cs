using Azure.Core;

namespace ServerlessCompute;

/// <summary>
/// What a client of a service is made of: set in code, or read from configuration. Mutable until the client is made, not thread-safe.
/// </summary>
public sealed class ServerlessComputeOptions
{
    /// <summary>The workspace; in configuration its resource id, or its three parts as <c>SubscriptionId</c>, <c>ResourceGroup</c>, <c>WorkspaceName</c>.</summary>
    /// <value>Null, which is refused.</value>
    public WorkspaceId? Workspace { get; set; }

    /// <summary>The cloud; in configuration its name, as in <see cref="AzureCloud.Parse"/>.</summary>
    /// <value><see cref="AzureCloud.Public"/>.</value>
    public AzureCloud Cloud { get; set; } = AzureCloud.Public;

    /// <summary>Where Azure Resource Manager is, when it is not where the cloud says: an emulator, a proxy.</summary>
    /// <value>Null: the cloud's address.</value>
    public Uri? ResourceManagerEndpoint { get; set; }

    /// <summary>The newest version of the REST contract that may be used; in configuration its date, such as <c>2024-04-01</c>.</summary>
    /// <value>Null: the newest.</value>
    public ServerlessComputeClientOptions.ServiceVersion? ServiceVersion { get; set; }

    /// <summary>Who asks.</summary>
    /// <value>What Azure's default credential finds.</value>
    public CredentialOptions Credential { get; set; } = new();

    /// <summary>What the client does when the service is busy, slow, broken, or loses an answer.</summary>
    /// <value>The defaults of <see cref="ResilienceOptions"/>.</value>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>What configuration said that cannot be read, each as a sentence.</summary>
    internal List<string> Problems { get; } = [];

    internal Func<IServiceProvider, TokenCredential>? CredentialFactory { get; set; }

    internal Func<IServiceProvider, ServerlessComputeClient>? ClientFactory { get; set; }

    internal List<Action<IServiceProvider, ServerlessComputeClientOptions>> Changes { get; } = [];
}
