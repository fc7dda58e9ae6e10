namespace ServerlessCompute;

/// <summary>A place where a workspace's data is: a container, a share or a file system, and how it is entered. Immutable.</summary>
public sealed record Datastore : JobPart
{
    /// <summary>The name, as addresses have it: <c>azureml://datastores/{name}/paths/…</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of storage.</summary>
    /// <value><see cref="DatastoreType.AzureBlob"/>.</value>
    public DatastoreType Type { get; init; } = DatastoreType.AzureBlob;

    /// <summary>The storage account.</summary>
    public string? AccountName { get; init; }

    /// <summary>The container, of blob storage.</summary>
    public string? ContainerName { get; init; }

    /// <summary>The file system, of a data lake.</summary>
    public string? Filesystem { get; init; }

    /// <summary>The share, of file storage.</summary>
    public string? FileShareName { get; init; }

    /// <summary>The cloud's suffix.</summary>
    /// <value>Null: the public cloud's, <c>core.windows.net</c>.</value>
    public string? Endpoint { get; init; }

    /// <summary><c>https</c> or <c>http</c>.</summary>
    /// <value>Null: <c>https</c>.</value>
    public string? Protocol { get; init; }

    /// <summary>How jobs and clients enter it.</summary>
    /// <value><see cref="DatastoreCredentials.None"/>: each comes as himself.</value>
    public DatastoreCredentials Credentials { get; init; } = DatastoreCredentials.None;

    /// <summary>Whether it is the workspace's default; set by the service.</summary>
    public bool IsDefault { get; init; }

    /// <summary>What people read about it.</summary>
    public string? Description { get; init; }

    /// <summary>Labels.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>The resource id; set on what the service sent.</summary>
    public string? Id { get; init; }

    /// <summary>Who made it and when; set on what the service sent.</summary>
    public SystemData? SystemData { get; init; }

    /// <summary>A container of blob storage.</summary>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static Datastore Blob(string name, string accountName, string containerName, DatastoreCredentials? credentials = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(accountName);
        ArgumentException.ThrowIfNullOrWhiteSpace(containerName);
        return new Datastore { Name = name, AccountName = accountName, ContainerName = containerName, Credentials = credentials ?? DatastoreCredentials.None };
    }

    /// <summary>The address of a place in it, for inputs and outputs of jobs.</summary>
    /// <param name="path">The place; a slash at its end says that it is a folder.</param>
    public string At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return $"azureml://datastores/{Name}/paths/{path.TrimStart('/')}";
    }

    /// <summary>The name and what it stands for.</summary>
    public override string ToString() => $"{Name} ({Type}, {AccountName}/{ContainerName ?? Filesystem ?? FileShareName})";
}
