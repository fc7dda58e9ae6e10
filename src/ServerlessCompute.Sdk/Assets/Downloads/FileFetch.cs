using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ServerlessCompute;

/// <summary>Fetches blobs into files: each under another name until it is complete.</summary>
/// <param name="container">Where the blobs are.</param>
/// <param name="realFolder">The folder that may not be left, links resolved.</param>
/// <param name="partSuffix">The ending of files that are not complete; no file of the download has it.</param>
internal sealed class FileFetch(BlobContainerClient container, string realFolder, string partSuffix)
{
    private static readonly StorageTransferOptions _transfer = new()
    {
        InitialTransferSize = 16 * 1024 * 1024,
        MaximumTransferSize = 8 * 1024 * 1024,
        MaximumConcurrency = 4,
    };

    /// <exception cref="JobAssetException">The storage refuses, or the file would be outside the folder or cannot be written.</exception>
    public async ValueTask RunAsync(DownloadItem item, TransferMonitor.FileMonitor monitor, CancellationToken cancellationToken)
    {
        SafePath.RequireWithin(realFolder, item.TargetPath);
        try
        {
            if (!item.IsThere())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(item.TargetPath)!);
                await FetchAsync(item, monitor, cancellationToken).ConfigureAwait(false);
                Metering.Downloaded(item.Length);
            }
        }
        catch (RequestFailedException e)
        {
            throw StorageRefusal.Of(item.TargetPath, $"'{item.TargetPath}' could not be downloaded", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JobAssetException(item.TargetPath, $"'{item.TargetPath}' cannot be written: {e.Message} Make room, or download into an empty folder.", e);
        }

        monitor.Complete(item.Length);
    }

    private async Task FetchAsync(DownloadItem item, TransferMonitor.FileMonitor monitor, CancellationToken cancellationToken)
    {
        string part = item.TargetPath + partSuffix;
        bool isComplete = false;
        try
        {
            var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1, useAsync: true);
            await using (stream.ConfigureAwait(false))
            {
                await FillAsync(item, stream, monitor, cancellationToken).ConfigureAwait(false);
            }

            File.SetLastWriteTimeUtc(part, item.LastModified.UtcDateTime);
            File.Move(part, item.TargetPath, overwrite: true);
            isComplete = true;
        }
        finally
        {
            if (!isComplete)
            {
                File.Delete(part);
            }
        }
    }

    private async Task FillAsync(DownloadItem item, FileStream stream, TransferMonitor.FileMonitor monitor, CancellationToken cancellationToken)
    {
        // A blob without bytes has no range to ask for.
        if (item.Length == 0)
        {
            return;
        }

        var options = new BlobDownloadToOptions { TransferOptions = _transfer, ProgressHandler = monitor };
        await container.GetBlobClient(item.BlobName).DownloadToAsync(stream, options, cancellationToken).ConfigureAwait(false);
    }
}
