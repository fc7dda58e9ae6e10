using Azure.Core;
using Azure.Identity;

namespace ServerlessCompute;

/// <summary>Who a client is, in words that configuration can have. For any other credential there is <see cref="ServerlessComputeBuilder.UseCredential"/>.</summary>
public sealed class CredentialOptions
{
    /// <summary>How tokens are got.</summary>
    /// <value><see cref="CredentialKind.Default"/>.</value>
    public CredentialKind Kind { get; set; }

    /// <summary>The tenant.</summary>
    /// <value>Null: the credential's own.</value>
    public string? TenantId { get; set; }

    /// <summary>The client id of a managed identity or of a workload's identity.</summary>
    /// <value>Null: the system's own identity.</value>
    public string? ClientId { get; set; }

    /// <summary>The object id of a managed identity.</summary>
    /// <value>Null.</value>
    public string? ObjectId { get; set; }

    /// <summary>The resource id of a managed identity.</summary>
    /// <value>Null.</value>
    public string? ResourceId { get; set; }

    /// <summary>What makes no sense, each as a sentence.</summary>
    internal IEnumerable<string> Check()
    {
        if (new[] { ClientId, ObjectId, ResourceId }.Count(static id => id is not null) > 1)
        {
            yield return $"Credential: {nameof(ClientId)}, {nameof(ObjectId)} and {nameof(ResourceId)} name one identity: set one of them.";
        }

        if (Kind != CredentialKind.ManagedIdentity && (ObjectId ?? ResourceId) is not null)
        {
            yield return $"Credential: {nameof(ObjectId)} and {nameof(ResourceId)} name a managed identity: set {nameof(Kind)} to {nameof(CredentialKind.ManagedIdentity)}.";
        }

        if (ResourceId is not null && !ResourceIdentifier.TryParse(ResourceId, out _))
        {
            yield return $"Credential: {nameof(ResourceId)} '{ResourceId}' is no resource id. It looks like /subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.ManagedIdentity/userAssignedIdentities/NAME.";
        }

        if (Kind is CredentialKind.AzureCli && ClientId is not null)
        {
            yield return $"Credential: the command line's user has no {nameof(ClientId)}.";
        }
    }

    internal TokenCredential Create(AzureCloud cloud) => Kind switch
    {
        CredentialKind.ManagedIdentity => new ManagedIdentityCredential(ManagedOptions(cloud)),
        CredentialKind.WorkloadIdentity => new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions { AuthorityHost = cloud.AuthorityHost, TenantId = TenantId, ClientId = ClientId }),
        CredentialKind.AzureCli => new AzureCliCredential(new AzureCliCredentialOptions { AuthorityHost = cloud.AuthorityHost, TenantId = TenantId }),
        _ => new DefaultAzureCredential(DefaultOptions(cloud)),
    };

    internal ManagedIdentityCredentialOptions ManagedOptions(AzureCloud cloud) => new(Identity()) { AuthorityHost = cloud.AuthorityHost };

    private DefaultAzureCredentialOptions DefaultOptions(AzureCloud cloud)
    {
        var options = new DefaultAzureCredentialOptions { AuthorityHost = cloud.AuthorityHost };
        if (TenantId is not null)
        {
            options.TenantId = TenantId;
        }

        if (ClientId is not null)
        {
            options.ManagedIdentityClientId = ClientId;
            options.WorkloadIdentityClientId = ClientId;
        }

        return options;
    }

    private ManagedIdentityId Identity() => this switch
    {
        { ClientId: { } client } => ManagedIdentityId.FromUserAssignedClientId(client),
        { ObjectId: { } @object } => ManagedIdentityId.FromUserAssignedObjectId(@object),
        { ResourceId: { } resource } => ManagedIdentityId.FromUserAssignedResourceId(new ResourceIdentifier(resource)),
        _ => ManagedIdentityId.SystemAssigned,
    };
}
