namespace ServerlessCompute;

/// <summary>Reads the URIs by which jobs name data, for one workspace. Pure: nothing is looked up but the workspace's own names.</summary>
/// <param name="account">The workspace's storage account.</param>
/// <param name="workspaceId">The workspace's GUID, which is part of its containers' names.</param>
internal sealed class DataUris(string account, string workspaceId)
{
    public const string Artifacts = "azureml";

    /// <summary>The storage account of the four datastores.</summary>
    public string Account => account;

    /// <summary>The container of a workspace datastore, or null for a name that the workspace does not have.</summary>
    public string? ContainerOf(string datastore) => datastore switch
    {
        "workspaceblobstore" => $"azureml-blobstore-{workspaceId}",
        "workspacefilestore" => $"azureml-filestore-{workspaceId}",
        "workspaceworkingdirectory" => $"code-{workspaceId}",
        "workspaceartifactstore" => Artifacts,
        _ => null,
    };

    /// <summary>The place that a URI names, or null when it is not one of data in a blob store.</summary>
    public DataLocation? TryParse(string uri)
    {
        const string Short = "azureml://datastores/";
        if (!uri.StartsWith(Short, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string[] parts = uri[Short.Length..].Split('/', 3);
        return parts.Length == 3 && ContainerOf(parts[0]) is { } container ? new DataLocation(account, container, parts[2]) : null;
    }

    /// <summary>The files at a place. A single file comes back as one entry whose path is its bare name.</summary>
    public static IReadOnlyList<StoredFile> List(BlobStore store, DataLocation location)
    {
        if (store.TryGetContainer(location.Account, location.Container) is not { } container)
        {
            return [];
        }

        if (container.TryGet(location.Path) is { } single)
        {
            return [new StoredFile(location.Path[(location.Path.LastIndexOf('/') + 1)..], single.Content)];
        }

        string prefix = location.Path.Length == 0 || location.Path.EndsWith('/') ? location.Path : location.Path + '/';
        return [.. container.List(prefix).Entries.Select(e => new StoredFile(e.Name[prefix.Length..], e.Blob!.Content))];
    }
}
