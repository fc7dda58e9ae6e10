namespace ServerlessCompute;

/// <summary>
/// A version of something that a workspace keeps under a name: an environment, data, a model, code, a component. Made to be registered, or
/// read from the service; immutable.
/// </summary>
public abstract record RegisteredAsset : JobPart
{
    private protected RegisteredAsset()
    {
    }

    /// <summary>The name. Versions of one name belong together.</summary>
    public string? Name { get; init; }

    /// <summary>The version.</summary>
    /// <value>Null in something that is to be registered: the service's next.</value>
    public string? Version { get; init; }

    /// <summary>The resource id; set on what the service sent.</summary>
    public string? Id { get; init; }

    /// <summary>What people read about it.</summary>
    public string? Description { get; init; }

    /// <summary>Labels.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>Facts about it, which are not meant to change.</summary>
    public ValueMap<string> Properties { get; init; } = ValueMap<string>.Empty;

    /// <summary>Whether it is hidden from lists.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether it was registered by the way, under a hash of its content.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Who made it and when; set on what the service sent.</summary>
    public SystemData? SystemData { get; init; }

    /// <summary>How jobs refer to it: <c>azureml:name:version</c>, or <c>azureml:name@latest</c> without a version.</summary>
    /// <exception cref="InvalidOperationException">It has no name.</exception>
    public string Reference => Name is null
        ? throw new InvalidOperationException("What has no name cannot be referred to. Name it, or register it first.")
        : $"{AssetName.Prefix}{Name}{(Version is null ? "@" + AssetName.Latest : ":" + Version)}";

    /// <summary>The collection that it is in, as the service calls it.</summary>
    internal abstract string Collection { get; }
}
