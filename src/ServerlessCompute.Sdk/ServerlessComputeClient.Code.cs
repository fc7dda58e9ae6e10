using Azure;

namespace ServerlessCompute;

/// <content>Snapshots of code.</content>
public partial class ServerlessComputeClient
{
    /// <summary>The workspace's snapshots of code by name, asked for page by page. Most have names of their content.</summary>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<AssetSummary> GetCodesAsync(CancellationToken cancellationToken = default) => Codes.Names(includeArchived: false, cancellationToken);

    /// <summary>A snapshot of code of the workspace.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task<CodeAsset> GetCodeAsync(string reference, CancellationToken cancellationToken = default) => Codes.GetAsync(reference, cancellationToken);

    /// <summary>
    /// Uploads code, as submission does by itself: what anybody uploaded before is found by the hash of its content and not sent again. Jobs
    /// take the result's id for their code.
    /// </summary>
    /// <param name="code">The folder or file. An ignore file in the folder counts.</param>
    /// <param name="options">How files are uploaded; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent already stays.</param>
    /// <exception cref="ArgumentException">The path is not local.</exception>
    /// <exception cref="JobAssetException">A file or folder cannot be read, or is too large.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual async Task<CodeAsset> RegisterCodeAsync(AssetPath code, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!code.IsLocal)
        {
            throw new ArgumentException($"'{code}' is not on this machine. Name a file or a folder of it.", nameof(code));
        }

        string id = await Files(options).UploadCodeAsync(code, cancellationToken).ConfigureAwait(false);
        return await Codes.GetAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings a snapshot of code to this machine, with the client's own credential at the storage account.</summary>
    /// <param name="reference"><c>name:version</c> or a resource id, such as the one that a job has for its code.</param>
    /// <param name="folder">The folder that receives the files; made if it is not there.</param>
    /// <param name="progress">Told how far the download is, from several threads.</param>
    /// <param name="cancellationToken">Ends the download; complete files stay.</param>
    /// <exception cref="JobAssetException">The storage refuses, or a file cannot be written.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such version.</exception>
    public virtual async Task<DownloadedFiles> DownloadCodeAsync(
        string reference, string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        CodeAsset code = await Codes.GetAsync(reference, cancellationToken).ConfigureAwait(false);
        return await DataTransfer.DownloadAsync(AssetContext.Of(Connection), code.Address ?? "", folder, progress, cancellationToken).ConfigureAwait(false);
    }

    private AssetRequests<CodeAsset> Codes => new(Connection, AssetTables.Code);
}
