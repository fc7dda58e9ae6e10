using System.Text.Json;
using Azure;

namespace ServerlessCompute;

/// <content>Components.</content>
public partial class ServerlessComputeClient
{
    /// <summary>The workspace's components by name, each with its newest version, asked for page by page.</summary>
    /// <param name="includeArchived">Whether those that were archived are listed, too.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<AssetSummary> GetComponentsAsync(bool includeArchived = false, CancellationToken cancellationToken = default) =>
        Components.Names(includeArchived, cancellationToken);

    /// <summary>The versions of a component, newest first.</summary>
    /// <inheritdoc cref="GetComponentsAsync"/>
    public virtual AsyncPageable<ComponentAsset> GetComponentVersionsAsync(string name, bool includeArchived = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Components.Versions(name, includeArchived, cancellationToken);
    }

    /// <summary>A component of the workspace.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task<ComponentAsset> GetComponentAsync(string reference, CancellationToken cancellationToken = default) =>
        Components.GetAsync(reference, cancellationToken);

    /// <summary>
    /// Registers a component under its name, with what it is made of: local code is uploaded, an environment described in place is registered,
    /// and so are the components of a pipeline's steps.
    /// </summary>
    /// <param name="component">The component; without a version it gets the service's next.</param>
    /// <param name="options">How files are uploaded; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent already stays.</param>
    /// <returns>The component as the service keeps it; steps take its reference.</returns>
    /// <exception cref="ArgumentException">It has no name.</exception>
    /// <exception cref="JobValidationException">The component cannot run as it is; the exception lists every problem. Nothing was sent.</exception>
    /// <exception cref="JobAssetException">A file or folder is not as the component says, or is too large.</exception>
    /// <exception cref="ServerlessRequestException">The service refused: a version's command, code, environment, inputs and outputs cannot be changed.</exception>
    public virtual async Task<ComponentAsset> RegisterComponentAsync(Component component, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(component);
        var asset = new ComponentAsset
        {
            Name = component.Name,
            Version = component.Version,
            Description = component.Description,
            Tags = component.Tags,
            Properties = component.Properties,
        };
        RequireName(asset);
        component.Validate().ThrowIfInvalid();
        RawJson specification = await Files(options).ResolveAsync(component, cancellationToken).ConfigureAwait(false);
        return await RegisterComponentAsync(asset with { Specification = specification }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Registers a component under a name. Code and environment in its specification are ids already.</summary>
    /// <param name="component">The component; without a version it gets the service's next.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The component as the service keeps it.</returns>
    /// <exception cref="ArgumentException">It has no name, or its specification is no JSON object.</exception>
    /// <exception cref="ServerlessRequestException">The service refused: a version's command, code, environment, inputs and outputs cannot be changed.</exception>
    public virtual Task<ComponentAsset> RegisterComponentAsync(ComponentAsset component, CancellationToken cancellationToken = default)
    {
        RequireName(component);
        JsonElement specification = JsonElement.Parse(component.Specification.ToString());
        if (specification.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("The specification of a component is a JSON object.", nameof(component));
        }

        // By this the clients of Python see that a component is what they have themselves; a pipeline's carries none.
        ComponentAsset marked = component.Type == "pipeline" || component.Properties.ContainsKey("client_component_hash")
            ? component
            : component with { Properties = component.Properties.With("client_component_hash", ComponentHash.OfNamed(specification).ToString()) };
        return Components.PutAsync(marked, cancellationToken);
    }

    /// <summary>Hides a version from lists, or with a name alone all its versions. Jobs can still use it.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task ArchiveComponentAsync(string reference, CancellationToken cancellationToken = default) =>
        Components.ArchiveAsync(reference, isArchived: true, cancellationToken);

    /// <summary>Shows a version in lists again, or with a name alone all its versions.</summary>
    /// <inheritdoc cref="GetEnvironmentAsync"/>
    public virtual Task RestoreComponentAsync(string reference, CancellationToken cancellationToken = default) =>
        Components.ArchiveAsync(reference, isArchived: false, cancellationToken);

    private AssetRequests<ComponentAsset> Components => new(Connection, AssetTables.Component);
}
