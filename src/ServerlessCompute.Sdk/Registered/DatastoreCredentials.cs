namespace ServerlessCompute;

/// <summary>How a datastore is entered. What it hides is sent to the service and never shown; the service does not send it back. Immutable.</summary>
public sealed record DatastoreCredentials : JobPart
{
    /// <summary>None: whoever reads or writes comes as himself.</summary>
    public static DatastoreCredentials None { get; } = new() { Type = "None" };

    /// <summary>What it is: <c>None</c>, <c>AccountKey</c>, <c>Sas</c>, <c>ServicePrincipal</c>, <c>Certificate</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The application, of a service principal.</summary>
    public string? ClientId { get; init; }

    /// <summary>The application's tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>The key, token or password.</summary>
    internal string? Secret { get; init; }

    /// <summary>The storage account's key, which opens all of the account.</summary>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static DatastoreCredentials AccountKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new DatastoreCredentials { Type = "AccountKey", Secret = key };
    }

    /// <summary>A shared access signature.</summary>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public static DatastoreCredentials Sas(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return new DatastoreCredentials { Type = "Sas", Secret = token };
    }

    /// <summary>A service principal with a password.</summary>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    public static DatastoreCredentials ServicePrincipal(string tenantId, string clientId, string clientSecret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tenantId);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        return new DatastoreCredentials { Type = "ServicePrincipal", TenantId = tenantId, ClientId = clientId, Secret = clientSecret };
    }

    /// <summary>The kind, without what it hides.</summary>
    public override string ToString() => Type;
}
