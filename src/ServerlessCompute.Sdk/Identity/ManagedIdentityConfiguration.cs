namespace ServerlessCompute;

/// <summary>
/// The job runs as a user-assigned managed identity that is attached to the workspace, named by one of three ids. With no id the
/// workspace's own user-assigned identity is meant. Immutable.
/// </summary>
public sealed record ManagedIdentityConfiguration : IdentityConfiguration
{
    /// <summary>The identity's client id.</summary>
    public string? ClientId { get; init; }

    /// <summary>The identity's object id.</summary>
    public string? ObjectId { get; init; }

    /// <summary>The identity's resource id.</summary>
    public string? ResourceId { get; init; }

    internal override string Kind => "Managed";
}
