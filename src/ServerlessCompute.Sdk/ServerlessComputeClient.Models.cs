using Azure;

namespace ServerlessCompute;

/// <content>Models.</content>
public partial class ServerlessComputeClient
{
    /// <summary>The workspace's models by name, each with its newest version, asked for page by page.</summary>
    /// <param name="includeArchived">Whether those that were archived are listed, too.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<AssetSummary> GetModelsAsync(bool includeArchived = false, CancellationToken cancellationToken = default) =>
        Models.Names(includeArchived, cancellationToken);

    /// <summary>The versions of a model, newest first.</summary>
    /// <inheritdoc cref="GetModelsAsync"/>
    public virtual AsyncPageable<ModelAsset> GetModelVersionsAsync(string name, bool includeArchived = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Models.Versions(name, includeArchived, cancellationToken);
    }

    /// <summary>A model of the workspace.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task<ModelAsset> GetModelAsync(string reference, CancellationToken cancellationToken = default) => Models.GetAsync(reference, cancellationToken);

    /// <summary>
    /// Registers a model under a name. What is local is uploaded to the workspace's blob store first; a model that a job made is registered
    /// where it is: <c>azureml://jobs/JOB/outputs/OUTPUT/paths/</c>.
    /// </summary>
    /// <param name="model">The model; without a version it gets the service's next.</param>
    /// <param name="options">How files are uploaded; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent already stays.</param>
    /// <returns>The model as the service keeps it.</returns>
    /// <exception cref="ArgumentException">It has no name or no path.</exception>
    /// <exception cref="JobAssetException">A file or folder cannot be read, or is too large.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual async Task<ModelAsset> RegisterModelAsync(ModelAsset model, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        RequireName(model);
        AssetPath path = await Files(options).UploadAsync(model.Path, model.Type, cancellationToken).ConfigureAwait(false);
        return await Models.PutAsync(model with { Path = path }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings a model to this machine. What is complete is not fetched again, so an interrupted download goes on when it is repeated.</summary>
    /// <inheritdoc cref="DownloadDataAsync"/>
    public virtual async Task<DownloadedFiles> DownloadModelAsync(
        string reference, string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ModelAsset model = await Models.GetAsync(reference, cancellationToken).ConfigureAwait(false);
        return await DownloadAsync(model.Path?.Text ?? "", folder, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hides a version from lists, or with a name alone all its versions. Jobs can still use it.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task ArchiveModelAsync(string reference, CancellationToken cancellationToken = default) =>
        Models.ArchiveAsync(reference, isArchived: true, cancellationToken);

    /// <summary>Shows a version in lists again, or with a name alone all its versions.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task RestoreModelAsync(string reference, CancellationToken cancellationToken = default) =>
        Models.ArchiveAsync(reference, isArchived: false, cancellationToken);

    private AssetRequests<ModelAsset> Models => new(Connection, AssetTables.Model);
}
