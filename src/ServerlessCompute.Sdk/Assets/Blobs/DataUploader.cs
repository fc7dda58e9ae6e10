using Azure.Storage.Blobs;

namespace ServerlessCompute;

/// <summary>
/// Brings local data into the workspace's blob store, at the place that its hash names; nothing is registered. The reference client looks
/// for one blob there and believes its note. Its hash takes some different trees for one (a file moved up from a folder before it), so here
/// all blobs are looked at, and a tree that finds another in its place moves to a place of its own.
/// </summary>
internal sealed class DataUploader(AssetContext context, DatastoreDoor datastores)
{
    /// <returns>Where the data is: its place in the container, without a slash at its end, and its web address.</returns>
    /// <exception cref="JobAssetException">A file cannot be read, or the storage refuses it.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public async Task<UploadedData> EnsureAsync(DataNeed data, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        BlobContainerClient container = await datastores.OpenAsync(DatastorePlace.WorkspaceBlobStore, cancellationToken).ConfigureAwait(false);
        (SnapshotUpload upload, UploadedBlobs there) = await FindAsync(data, container, cancellationToken).ConfigureAwait(false);
        if (!there.AreOf(data.Snapshot))
        {
            ContentHash content = await Task.Run(() => ContentHash.Compute(data.Snapshot.Files, cancellationToken), cancellationToken).ConfigureAwait(false);
            data = data.Moved(content);
            (upload, there) = await FindAsync(data, container, cancellationToken).ConfigureAwait(false);
        }

        await upload.CompleteAsync(
            there, context.Ids.NewGuid().ToString(), context.Ids.NewGuid().ToString(), progress, cancellationToken).ConfigureAwait(false);
        return new UploadedData(data.Location, new UriBuilder(container.GetBlobClient(data.Location).Uri) { Query = "" }.Uri);
    }

    private async Task<(SnapshotUpload Upload, UploadedBlobs There)> FindAsync(
        DataNeed data, BlobContainerClient container, CancellationToken cancellationToken)
    {
        string prefix = data.Snapshot.IsFile ? data.Location[..^data.Snapshot.Name.Length] : data.Location + "/";
        var upload = new SnapshotUpload(context, container, prefix, data.Snapshot);
        return (upload, await upload.FindAsync(cancellationToken).ConfigureAwait(false));
    }
}
