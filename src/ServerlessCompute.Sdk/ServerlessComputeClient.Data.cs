using Azure;

namespace ServerlessCompute;

/// <content>Data, datastores, and what is in them.</content>
public partial class ServerlessComputeClient
{
    /// <summary>The workspace's registered data by name, each with its newest version, asked for page by page.</summary>
    /// <param name="includeArchived">Whether those that were archived are listed, too.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<AssetSummary> GetDataAssetsAsync(bool includeArchived = false, CancellationToken cancellationToken = default) =>
        Data.Names(includeArchived, cancellationToken);

    /// <summary>The versions of registered data, newest first.</summary>
    /// <inheritdoc cref="GetDataAssetsAsync"/>
    public virtual AsyncPageable<DataAsset> GetDataVersionsAsync(string name, bool includeArchived = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Data.Versions(name, includeArchived, cancellationToken);
    }

    /// <summary>Registered data of the workspace.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task<DataAsset> GetDataAsync(string reference, CancellationToken cancellationToken = default) => Data.GetAsync(reference, cancellationToken);

    /// <summary>Registers data under a name. What is local is uploaded to the workspace's blob store first, where it is not there already.</summary>
    /// <param name="data">The data; without a version it gets the service's next.</param>
    /// <param name="options">How files are uploaded; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent already stays.</param>
    /// <returns>The data as the service keeps it.</returns>
    /// <exception cref="ArgumentException">It has no name or no path.</exception>
    /// <exception cref="JobAssetException">A file or folder cannot be read, or is too large.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual async Task<DataAsset> RegisterDataAsync(DataAsset data, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        RequireName(data);
        AssetPath path = await Files(options).UploadAsync(data.Path, data.Type, cancellationToken).ConfigureAwait(false);
        return await Data.PutAsync(data with { Path = path }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings registered data to this machine. What is complete is not fetched again, so an interrupted download goes on when it is repeated.</summary>
    /// <param name="reference"><c>name:version</c>, <c>name@latest</c> or <c>name</c> for the newest, or a resource id.</param>
    /// <param name="folder">The folder that receives the files; made if it is not there.</param>
    /// <param name="progress">Told how far the download is, from several threads.</param>
    /// <param name="cancellationToken">Ends the download; complete files stay.</param>
    /// <exception cref="JobAssetException">The data is in no datastore of blobs, the storage refuses, or a file cannot be written.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such version.</exception>
    public virtual async Task<DownloadedFiles> DownloadDataAsync(
        string reference, string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        DataAsset data = await Data.GetAsync(reference, cancellationToken).ConfigureAwait(false);
        return await DownloadAsync(data.Path?.Text ?? "", folder, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hides a version from lists, or with a name alone all its versions. Jobs can still use it.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task ArchiveDataAsync(string reference, CancellationToken cancellationToken = default) =>
        Data.ArchiveAsync(reference, isArchived: true, cancellationToken);

    /// <summary>Shows a version in lists again, or with a name alone all its versions.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task RestoreDataAsync(string reference, CancellationToken cancellationToken = default) =>
        Data.ArchiveAsync(reference, isArchived: false, cancellationToken);

    /// <summary>The workspace's datastores.</summary>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<Datastore> GetDatastoresAsync(CancellationToken cancellationToken = default) => DatastoreRequests.List(Connection, "", cancellationToken);

    /// <summary>A datastore.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such datastore.</exception>
    public virtual Task<Datastore> GetDatastoreAsync(string name, CancellationToken cancellationToken = default) =>
        DatastoreRequests.GetAsync(Connection, name, cancellationToken);

    /// <summary>The datastore that is the workspace's default.</summary>
    /// <exception cref="JobAssetException">The workspace has none.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual async Task<Datastore> GetDefaultDatastoreAsync(CancellationToken cancellationToken = default)
    {
        await foreach (Datastore datastore in DatastoreRequests.List(Connection, "&isDefault=true", cancellationToken).ConfigureAwait(false))
        {
            return datastore;
        }

        throw new JobAssetException("The workspace has no default datastore. Name one.");
    }

    /// <summary>Makes a datastore known to the workspace, or changes one.</summary>
    /// <param name="datastore">The datastore. Its credentials are sent, and not kept.</param>
    /// <param name="skipValidation">Whether the service takes it without a look whether it can be entered.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual Task<Datastore> CreateDatastoreAsync(Datastore datastore, bool skipValidation = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(datastore);
        return DatastoreRequests.PutAsync(Connection, datastore, skipValidation, cancellationToken);
    }

    /// <summary>Makes the workspace forget a datastore. What is in it stays.</summary>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual Task DeleteDatastoreAsync(string name, CancellationToken cancellationToken = default) =>
        DatastoreRequests.DeleteAsync(Connection, name, cancellationToken);

    /// <summary>Puts a local file or folder at a place of a datastore, over whatever is there. An ignore file in the folder counts.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="place">
    /// The address, <c>azureml://datastores/NAME/paths/PLACE</c>: of a folder, where its files go; of a file, itself, or with a slash at its
    /// end the folder that it goes to.
    /// </param>
    /// <param name="options">How files are uploaded; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the upload; what was sent already stays.</param>
    /// <returns>The address of what was put there, for inputs of jobs.</returns>
    /// <exception cref="JobAssetException">A file cannot be read, the place is none of a datastore of blobs, or the storage refuses.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such datastore.</exception>
    public virtual Task<string> UploadAsync(AssetPath path, string place, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(place);
        options ??= new UploadOptions();
        return path.IsLocal
            ? DataTransfer.UploadAsync(AssetContext.Of(Connection), path.ToAbsolute(options.BaseFolder ?? "."), place, options, cancellationToken)
            : throw new ArgumentException($"'{path}' is not on this machine. Name a file or a folder of it.", nameof(path));
    }

    /// <summary>Brings a file or folder of a datastore to this machine. What is complete is not fetched again.</summary>
    /// <param name="place">The address, <c>azureml://datastores/NAME/paths/PLACE</c>; a slash at its end says that it is a folder.</param>
    /// <param name="folder">The folder that receives the files; made if it is not there.</param>
    /// <param name="progress">Told how far the download is, from several threads.</param>
    /// <param name="cancellationToken">Ends the download; complete files stay.</param>
    /// <exception cref="JobAssetException">The place is none of a datastore of blobs, the storage refuses, or a file cannot be written.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such datastore.</exception>
    public virtual Task<DownloadedFiles> DownloadAsync(string place, string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return OutputDownloader.DownloadAsync(AssetContext.Of(Connection), place, folder, progress, cancellationToken);
    }

    private AssetRequests<DataAsset> Data => new(Connection, AssetTables.Data);
}
