using System.Diagnostics;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ServerlessCompute;

/// <summary>
/// Puts a snapshot's files into a container, where its place is named by its content: what is there already, put by an earlier try or by
/// somebody else, stays and is not sent again. A note on one blob, the indicator, says when all are there.
/// </summary>
internal sealed class SnapshotUpload(AssetContext context, BlobContainerClient container, string prefix, Snapshot snapshot)
{
    private const string Confirmed = "completed";
    private const string ConfirmationKey = "upload_status";

    /// <summary>What is too large for one request goes in blocks, of the sizes that the reference client has.</summary>
    private static readonly StorageTransferOptions _transfer = new()
    {
        InitialTransferSize = 64 * 1024 * 1024,
        MaximumTransferSize = 4 * 1024 * 1024,
        MaximumConcurrency = 4,
    };

    /// <summary>
    /// The file whose blob carries the note: the first by its place on this machine, upper-case before lower-case, as in the reference client.
    /// </summary>
    private string Indicator { get; } =
        CodePointOrder.First(snapshot.Files, f => f.SourcePath.Replace(Path.DirectorySeparatorChar, '/')).RelativePath;

    /// <summary>Looks what is there already.</summary>
    /// <exception cref="JobAssetException">The storage refuses.</exception>
    public async Task<UploadedBlobs> FindAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        bool isConfirmed = false;
        var options = new GetBlobsOptions { Prefix = snapshot.IsFile ? prefix + Indicator : prefix, Traits = BlobTraits.Metadata };
        try
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(options, cancellationToken).ConfigureAwait(false))
            {
                string path = blob.Name[prefix.Length..];
                if (!BlobFolders.IsFolder(blob) && (!snapshot.IsFile || path == Indicator))
                {
                    found[path] = blob.Properties.ContentLength ?? 0;
                    isConfirmed |= path == Indicator && blob.Metadata is { } notes && notes.TryGetValue(ConfirmationKey, out string? note) && note == Confirmed;
                }
            }
        }
        catch (RequestFailedException e)
        {
            throw StorageRefusal.Of(snapshot.SourcePath, $"The place for '{snapshot.SourcePath}' in the workspace's storage cannot be looked at", e);
        }

        return new UploadedBlobs(found, isConfirmed);
    }

    /// <summary>Sends what is missing and leaves the note.</summary>
    /// <param name="there">What <see cref="FindAsync"/> found.</param>
    /// <param name="name">The asset's name, for the note.</param>
    /// <param name="version">The asset's version, for the note.</param>
    /// <param name="progress">Told after each file and each part of a large one; from several threads, one at a time.</param>
    /// <param name="cancellationToken">Ends the upload. What has been sent by then stays.</param>
    /// <exception cref="JobAssetException">A file cannot be read, or the storage refuses it.</exception>
    public async Task CompleteAsync(
        UploadedBlobs there, string name, string version, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!there.IsConfirmed || !snapshot.Files.All(there.Has))
        {
            await Tracing.RunAsync(SpanNames.Upload, context.WorkspaceName, span => SendAsync(there, name, version, progress, span, cancellationToken)).ConfigureAwait(false);
        }
        else
        {
            progress?.Report(new UploadProgress(snapshot.Name, snapshot.Files.Count, snapshot.Files.Count, snapshot.Bytes, snapshot.Bytes));
        }
    }

    private async Task<int> SendAsync(
        UploadedBlobs there, string name, string version, IProgress<UploadProgress>? progress, Activity? span, CancellationToken cancellationToken)
    {
        SnapshotFile[] missing = [.. snapshot.Files.Where(file => !there.Has(file))];
        long bytes = missing.Sum(static file => file.Length);
        span?.SetTag(SpanTags.Files, missing.Length).SetTag(SpanTags.Bytes, bytes);
        TransferMonitor monitor = Monitor(progress);
        await Parallel.ForEachAsync(snapshot.Files, Options(cancellationToken), (file, ct) => PutAsync(file, there, monitor.Begin(), ct)).ConfigureAwait(false);
        await ConfirmAsync(name, version, cancellationToken).ConfigureAwait(false);
        context.Logger.AssetUploaded(snapshot.Name, missing.Length, bytes);
        return missing.Length;
    }

    /// <summary>Sends every file, whatever is there, and leaves no note.</summary>
    /// <exception cref="JobAssetException">A file cannot be read, or the storage refuses it.</exception>
    public Task ReplaceAsync(IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        TransferMonitor monitor = Monitor(progress);
        return Parallel.ForEachAsync(snapshot.Files, Options(cancellationToken), async (file, ct) =>
        {
            TransferMonitor.FileMonitor part = monitor.Begin();
            await SendAsync(file, replaces: true, part, ct).ConfigureAwait(false);
            part.Complete(file.Length);
        });
    }

    private TransferMonitor Monitor(IProgress<UploadProgress>? progress) => new(progress is null
        ? null
        : (files, bytes) => progress.Report(new UploadProgress(snapshot.Name, files, snapshot.Files.Count, bytes, snapshot.Bytes)));

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount, CancellationToken = cancellationToken };

    private async ValueTask PutAsync(SnapshotFile file, UploadedBlobs there, TransferMonitor.FileMonitor monitor, CancellationToken cancellationToken)
    {
        if (!there.Has(file))
        {
            await SendAsync(file, replaces: there.Files.ContainsKey(file.RelativePath), monitor, cancellationToken).ConfigureAwait(false);
        }

        monitor.Complete(file.Length);
    }

    private async Task SendAsync(SnapshotFile file, bool replaces, TransferMonitor.FileMonitor monitor, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Conditions = replaces ? null : new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" },
            TransferOptions = _transfer,
            TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
            ProgressHandler = monitor,
        };
        try
        {
            Stream content = file.OpenRead();
            await using (content.ConfigureAwait(false))
            {
                await container.GetBlobClient(prefix + file.RelativePath).UploadAsync(content, options, cancellationToken).ConfigureAwait(false);
            }

            Metering.Uploaded(file.Length);
        }
        catch (RequestFailedException e) when (!replaces && e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // Somebody who uploads the same content was faster.
        }
        catch (RequestFailedException e)
        {
            throw StorageRefusal.Of(file.SourcePath, $"'{file.SourcePath}' could not be uploaded", e);
        }
    }

    private async Task ConfirmAsync(string name, string version, CancellationToken cancellationToken)
    {
        var note = new Dictionary<string, string>(StringComparer.Ordinal) { [ConfirmationKey] = Confirmed, ["name"] = name, ["version"] = version };
        try
        {
            await container.GetBlobClient(prefix + Indicator).SetMetadataAsync(note, conditions: null, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException e)
        {
            throw StorageRefusal.Of(snapshot.SourcePath, $"The upload of '{snapshot.SourcePath}' could not be confirmed", e);
        }
    }
}
