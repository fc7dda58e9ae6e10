using Azure;

namespace ServerlessCompute;

/// <content>Environments.</content>
public partial class ServerlessComputeClient
{
    /// <summary>The workspace's environments by name, each with its newest version, asked for page by page.</summary>
    /// <param name="includeArchived">Whether those that were archived are listed, too.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<AssetSummary> GetEnvironmentsAsync(bool includeArchived = false, CancellationToken cancellationToken = default) =>
        Environments.Names(includeArchived, cancellationToken);

    /// <summary>The versions of an environment, newest first.</summary>
    /// <inheritdoc cref="GetEnvironmentsAsync"/>
    public virtual AsyncPageable<EnvironmentAsset> GetEnvironmentVersionsAsync(string name, bool includeArchived = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Environments.Versions(name, includeArchived, cancellationToken);
    }

    /// <summary>An environment of the workspace.</summary>
    /// <param name="reference"><c>name:version</c>, <c>name@latest</c> or <c>name</c> for the newest, or a resource id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">The reference is to nothing of this workspace.</exception>
    /// <exception cref="JobAssetException">There is no version of that name.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such version.</exception>
    public virtual Task<EnvironmentAsset> GetEnvironmentAsync(string reference, CancellationToken cancellationToken = default) =>
        Environments.GetAsync(reference, cancellationToken);

    /// <summary>Registers an environment under a name. A local conda file is read, a local build context uploaded.</summary>
    /// <param name="environment">The environment; without a version it gets the service's next.</param>
    /// <param name="options">How files are uploaded; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent already stays.</param>
    /// <returns>The environment as the service keeps it.</returns>
    /// <exception cref="ArgumentException">It has no name.</exception>
    /// <exception cref="JobAssetException">A file or folder is not as the environment says, or is too large.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual async Task<EnvironmentAsset> RegisterEnvironmentAsync(EnvironmentAsset environment, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        RequireName(environment);
        EnvironmentAsset resolved = await Files(options).ResolveAsync(environment, cancellationToken).ConfigureAwait(false);
        return await Environments.PutAsync(resolved, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hides a version from lists, or with a name alone all its versions. Jobs can still use it.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task ArchiveEnvironmentAsync(string reference, CancellationToken cancellationToken = default) =>
        Environments.ArchiveAsync(reference, isArchived: true, cancellationToken);

    /// <summary>Shows a version in lists again, or with a name alone all its versions.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task RestoreEnvironmentAsync(string reference, CancellationToken cancellationToken = default) =>
        Environments.ArchiveAsync(reference, isArchived: false, cancellationToken);

    private AssetRequests<EnvironmentAsset> Environments => new(Connection, AssetTables.Environment);

    private LocalFiles Files(UploadOptions? options) => new(Connection, options ?? new UploadOptions());

    private static void RequireName(RegisteredAsset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        if (string.IsNullOrWhiteSpace(asset.Name))
        {
            throw new ArgumentException("What is registered needs a name.", nameof(asset));
        }
    }
}
