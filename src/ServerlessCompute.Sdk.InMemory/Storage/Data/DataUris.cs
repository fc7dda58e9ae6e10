namespace ServerlessCompute;

/// <summary>Reads the URIs by which jobs name data, for one workspace. Pure: nothing is looked up but the workspace's own names.</summary>
/// <param name="account">The workspace's storage account.</param>
/// <param name="workspaceId">The workspace's GUID, which is part of its containers' names.</param>
/// <param name="workspaceName">The workspace's name; when given, long URIs of other workspaces are not taken for its own.</param>
internal sealed class DataUris(string account, string workspaceId, string? workspaceName = null)
{
    /// <summary>The container of the runs' artifacts.</summary>
    public const string Artifacts = "azureml";

    /// <summary>The datastores that every workspace has; the first is its default.</summary>
    public static readonly IReadOnlyList<string> Datastores = ["workspaceblobstore", "workspacefilestore", "workspaceworkingdirectory", "workspaceartifactstore"];

    private const string Scheme = "azureml://";

    /// <summary>The storage account of the four datastores.</summary>
    public string Account => account;

    /// <summary>The container (or file share) of a workspace datastore, or null for a name that the workspace does not have.</summary>
    public string? ContainerOf(string datastore) => datastore switch
    {
        "workspaceblobstore" => $"azureml-blobstore-{workspaceId}",
        "workspacefilestore" => $"azureml-filestore-{workspaceId}",
        "workspaceworkingdirectory" => $"code-{workspaceId}",
        "workspaceartifactstore" => Artifacts,
        _ => null,
    };

    /// <summary>
    /// The place that a URI names: <c>azureml://datastores/…/paths/…</c> (short or with subscription and workspace),
    /// <c>https://{account}.blob.…</c>, <c>wasbs://</c>, <c>abfss://</c>. Null for any other, for a datastore that the workspace
    /// does not have, and for a path that climbs with <c>..</c>.
    /// </summary>
    public DataLocation? TryParse(string uri)
    {
        DataLocation? location = uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? OfDatastore(uri[Scheme.Length..]) : OfStorage(uri);
        return location is not null && location.Path.Split('/').Contains("..", StringComparer.Ordinal) ? null : location;
    }

    /// <summary>
    /// The files at a place, in order of their paths. A single file comes back as one entry whose path is its bare name. Names
    /// that could lead out of a folder on a disk (blobs may be called anything) are left out, and so are folder markers.
    /// </summary>
    public static IReadOnlyList<StoredFile> List(BlobStore store, DataLocation location)
    {
        if (store.TryGetContainer(location.Account, location.Container) is not { } container)
        {
            return [];
        }

        string prefix = location.Path.Length == 0 || location.Path.EndsWith('/') ? location.Path : location.Path + '/';
        Blob? single = prefix == location.Path ? null : container.TryGet(location.Path);
        StoredFile[] files = single is { Content.Length: > 0 } ? [] :
        [
            .. container.List(prefix).Entries
                .Select(e => new StoredFile(e.Name[prefix.Length..], e.Blob!.Content))
                .Where(static f => StaysInside(f.RelativePath)),
        ];

        // An empty blob beside a folder of its name marks the folder; alone it is a file.
        return files.Length == 0 && single is not null
            ? [new StoredFile(single.Name[(single.Name.LastIndexOf('/') + 1)..], single.Content)]
            : files;
    }

    private static bool StaysInside(string path) => path.Split('/').All(static part => part is not ("" or "." or "..") && part.IndexOfAny(['\\', ':', '\0']) < 0);

    private static DataLocation? OfStorage(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri))
        {
            return null;
        }

        string[] host = uri.Host.Split('.', 3);
        if (host.Length < 3 || host[1] is not ("blob" or "dfs"))
        {
            return null;
        }

        // AbsolutePath has resolved what climbs; names come back as they are stored.
        string path = Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/');
        switch (uri.Scheme)
        {
            case "https" or "http":
                string[] parts = path.Split('/', 2);
                return parts[0].Length == 0 ? null : new DataLocation(host[0], parts[0], parts.Length > 1 ? parts[1] : "");
            case "wasbs" or "wasb" or "abfss" or "abfs":
                return uri.UserInfo.Length == 0 ? null : new DataLocation(host[0], Uri.UnescapeDataString(uri.UserInfo), path);
            default:
                return null;
        }
    }

    private DataLocation? OfDatastore(string rest)
    {
        // The path of these is taken literally: the service's own clients do not escape it.
        const string Marker = "/datastores/";
        string text = '/' + rest;
        int start = text.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || (start > 0 && !IsThisWorkspace(text[..start])))
        {
            return null;
        }

        string[] parts = text[(start + Marker.Length)..].Split('/', 3);
        return parts.Length >= 2 && string.Equals(parts[1], "paths", StringComparison.OrdinalIgnoreCase) && ContainerOf(parts[0]) is { } container
            ? new DataLocation(account, container, parts.Length > 2 ? parts[2].TrimStart('/') : "")
            : null;
    }

    private bool IsThisWorkspace(string scope)
    {
        string[] parts = scope.Split('/');
        int workspace = Array.FindIndex(parts, static p => string.Equals(p, "workspaces", StringComparison.OrdinalIgnoreCase));
        return workspace >= 0 && workspace + 1 < parts.Length
            && (workspaceName is null || string.Equals(parts[workspace + 1], workspaceName, StringComparison.OrdinalIgnoreCase));
    }
}
