using Azure.Storage.Blobs;

namespace ServerlessCompute;

/// <summary>
/// Brings a file or folder of a datastore to this machine. What is complete is not fetched again, so a download that was interrupted
/// goes on when it is repeated.
/// </summary>
internal static class OutputDownloader
{
    /// <summary>Downloads what is at an <c>azureml://…/datastores/…/paths/…</c> address.</summary>
    /// <param name="context">The client.</param>
    /// <param name="place">The address; a slash at its end says that it is a folder.</param>
    /// <param name="targetFolder">The folder that receives the files; made if it is not there.</param>
    /// <param name="progress">Told after each file and each part of a large one; from several threads, one at a time.</param>
    /// <param name="cancellationToken">Ends the download. Complete files stay.</param>
    /// <exception cref="JobAssetException">
    /// The address is none of a datastore, or of one that is no blob storage; the storage refuses; a blob's name cannot be a file beneath
    /// the folder; a file cannot be written.
    /// </exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public static async Task<DownloadedFiles> DownloadAsync(
        AssetContext context, string place, string targetFolder, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        DatastoreUri uri = DatastoreUri.Parse(place);
        AssetContext workspace = uri.WorkspacePath is null ? context : context with { WorkspacePath = uri.WorkspacePath };
        BlobContainerClient container = await new DatastoreDoor(workspace).OpenAsync(uri.Datastore, cancellationToken).ConfigureAwait(false);
        return await DownloadAsync(container, uri.Path, targetFolder, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads what is at a place of a container.</summary>
    /// <exception cref="JobAssetException">The storage refuses; a blob's name cannot be a file beneath the folder; a file cannot be written.</exception>
    public static async Task<DownloadedFiles> DownloadAsync(
        BlobContainerClient container, string place, string targetFolder, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        string folder = Path.GetFullPath(targetFolder);
        List<DownloadItem> items = await new BlobListing(place, folder).ReadAsync(container, cancellationToken).ConfigureAwait(false);
        long total = items.Sum(i => i.Length);
        var monitor = new TransferMonitor(progress is null
            ? null
            : (files, bytes) => progress.Report(new DownloadProgress(files, items.Count, bytes, total)));
        var fetch = new FileFetch(container, Make(folder), PartSuffix(items));
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(items, options, (item, ct) => fetch.RunAsync(item, monitor.Begin(), ct)).ConfigureAwait(false);
        return new DownloadedFiles(folder, [.. items.Select(i => i.TargetPath)], total);
    }

    /// <summary>Makes the folder if it is not there.</summary>
    /// <returns>Its path, links resolved.</returns>
    private static string Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return RealPath.Resolve(folder) ?? folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JobAssetException(folder, $"The folder '{folder}' cannot be made: {e.Message} Download into another folder.", e);
        }
    }

    /// <summary>An ending that no file of the download has.</summary>
    private static string PartSuffix(List<DownloadItem> items)
    {
        string suffix = ".part";
        while (items.Exists(i => i.TargetPath.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
        {
            suffix += "_";
        }

        return suffix;
    }
}
