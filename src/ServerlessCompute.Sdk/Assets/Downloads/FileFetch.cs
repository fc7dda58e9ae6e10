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
    private const int MostAttempts = 3;

    private static readonly StorageTransferOptions _transfer = new()
    {
        InitialTransferSize = 16 * 1024 * 1024,
        MaximumTransferSize = 8 * 1024 * 1024,
        MaximumConcurrency = 4,
    };

    /// <exception cref="JobAssetException">The storage refuses, the content arrives broken, or the file would be outside the folder or cannot be written.</exception>
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

    /// <summary>Content that arrives otherwise than the storage keeps it is fetched anew, and never left under the file's name.</summary>
    private async Task FetchAsync(DownloadItem item, TransferMonitor.FileMonitor monitor, CancellationToken cancellationToken)
    {
        for (int attempt = 1; !await TryFetchAsync(item, monitor, cancellationToken).ConfigureAwait(false); attempt++)
        {
            if (attempt == MostAttempts)
            {
                throw new JobAssetException(
                    item.TargetPath,
                    $"'{item.TargetPath}' arrived broken {MostAttempts} times: its size or MD5 is not what the storage keeps of '{item.BlobName}'. What is complete stays; repeat the call to go on.");
            }
        }
    }

    private async Task<bool> TryFetchAsync(DownloadItem item, TransferMonitor.FileMonitor monitor, CancellationToken cancellationToken)
    {
        string part = item.TargetPath + partSuffix;
        bool isComplete = false;
        try
        {
            var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1, useAsync: true);
            await using (stream.ConfigureAwait(false))
            {
                using var hashed = new HashedFile(stream, item);
                await FillAsync(item, hashed, monitor, cancellationToken).ConfigureAwait(false);
                if (!hashed.IsComplete())
                {
                    return false;
                }
            }

            File.SetLastWriteTimeUtc(part, item.LastModified.UtcDateTime);
            File.Move(part, item.TargetPath, overwrite: true);
            isComplete = true;
            return true;
        }
        finally
        {
            if (!isComplete)
            {
                File.Delete(part);
            }
        }
    }

    private async Task FillAsync(DownloadItem item, HashedFile stream, TransferMonitor.FileMonitor monitor, CancellationToken cancellationToken)
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
