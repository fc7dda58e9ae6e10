using Azure.Storage.Blobs;

namespace ServerlessCompute;

/// <summary>Moves files between this machine and places that somebody names.</summary>
internal static class DataTransfer
{
    /// <summary>Puts a file or a folder at a place of a datastore, over whatever is there.</summary>
    /// <param name="context">The client.</param>
    /// <param name="path">The absolute path of the file or folder.</param>
    /// <param name="place">The place: of a folder, where its files go; of a file, itself, or with a slash at its end the folder that it goes to.</param>
    /// <param name="options">How it is uploaded.</param>
    /// <param name="cancellationToken">Ends the upload. What has been sent by then stays.</param>
    /// <returns>The address of what was put there.</returns>
    /// <exception cref="JobAssetException">A file cannot be read, the place is none of a datastore, or the storage refuses.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public static async Task<string> UploadAsync(AssetContext context, string path, string place, UploadOptions options, CancellationToken cancellationToken)
    {
        DatastoreUri uri = DatastoreUri.Parse(place);
        Snapshot snapshot = await Task.Run(() => SnapshotWalker.Take(path, SnapshotRules.Data, cancellationToken), cancellationToken).ConfigureAwait(false);
        new UploadBudget(options.MaxUploadBytes).Add(new PlannedUpload("path", SnapshotRules.Data.What, snapshot));
        AssetContext workspace = uri.WorkspacePath is null ? context : context with { WorkspacePath = uri.WorkspacePath };
        BlobContainerClient container = await new DatastoreDoor(workspace).OpenAsync(uri.Datastore, cancellationToken).ConfigureAwait(false);

        string folder = uri.Path.Length == 0 || uri.Path.EndsWith('/') ? uri.Path : uri.Path + "/";
        (Snapshot files, string prefix, string suffix) = snapshot.IsFile && folder != uri.Path
            ? (snapshot.Renamed(uri.Path[(uri.Path.LastIndexOf('/') + 1)..]), uri.Path[..(uri.Path.LastIndexOf('/') + 1)], "")
            : (snapshot, folder, folder == uri.Path ? "" : "/");
        await new SnapshotUpload(context, container, prefix, files).ReplaceAsync(options.Progress, cancellationToken).ConfigureAwait(false);
        return place + (snapshot.IsFile && folder == uri.Path ? snapshot.Name : suffix);
    }

    /// <summary>Brings what is at a web address of a container to this machine, as the caller himself.</summary>
    /// <exception cref="JobAssetException">The address is none of a container, the storage refuses, or a file cannot be written.</exception>
    public static Task<DownloadedFiles> DownloadAsync(
        AssetContext context, string address, string folder, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.AbsolutePath.Trim('/').Length == 0)
        {
            throw new JobAssetException($"'{address}' is no address of files in a storage account.");
        }

        string[] parts = Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/').Split('/', 2);
        var container = new BlobContainerClient(new UriBuilder(uri) { Path = parts[0], Query = "" }.Uri, context.Credential, context.CreateBlobOptions());
        string place = parts.Length == 2 ? parts[1] : "";
        return OutputDownloader.DownloadAsync(container, place.EndsWith('/') ? place : place + "/", folder, progress, cancellationToken);
    }
}
