namespace ServerlessCompute;

/// <summary>
/// What a job leaves behind under a name. Immutable. Put into the hole of a command (<c>$"… {model}"</c>), an output is named by the
/// variable that holds it; equality looks at the content, not at that name.
/// </summary>
public sealed record Output : JobPart
{
    /// <summary>What the output is.</summary>
    /// <value><see cref="OutputType.UriFolder"/>.</value>
    public OutputType Type { get; init; } = OutputType.UriFolder;

    /// <summary>Where the output is kept.</summary>
    /// <value>Null: the service chooses a folder of the workspace's default datastore.</value>
    public AssetPath? Path { get; init; }

    /// <summary>How the output leaves the machine.</summary>
    /// <value>Unset: the service writes through to the storage.</value>
    public OutputMode Mode { get; init; }

    /// <summary>The name under which the output is registered as an asset when the job completes.</summary>
    /// <value>Null: it is not registered.</value>
    public string? AssetName { get; init; }

    /// <summary>The version under which the output is registered.</summary>
    /// <value>Null: the service counts.</value>
    public string? AssetVersion { get; init; }

    /// <summary>What the output is for, shown in the studio.</summary>
    public string? Description { get; init; }

    /// <summary>The name that <see cref="InputNaming.Named(Output, string)"/> pinned; null means the variable's.</summary>
    internal string? PinnedName { get; init; }

    /// <summary>Whether YAML named the output and said nothing of it: then nothing is sent of it where a component says what it is.</summary>
    internal bool IsBare { get; init; }

    /// <summary>One file.</summary>
    public static Output UriFile(AssetPath? path = null, OutputMode mode = default) => Of(OutputType.UriFile, path, mode);

    /// <summary>A folder.</summary>
    public static Output UriFolder(AssetPath? path = null, OutputMode mode = default) => Of(OutputType.UriFolder, path, mode);

    /// <summary>A table described by an MLTable file.</summary>
    public static Output MLTable(AssetPath? path = null, OutputMode mode = default) => Of(OutputType.MLTable, path, mode);

    /// <summary>A model in a format of its own.</summary>
    public static Output CustomModel(AssetPath? path = null, OutputMode mode = default) => Of(OutputType.CustomModel, path, mode);

    /// <summary>A model in MLflow's format.</summary>
    public static Output MlflowModel(AssetPath? path = null, OutputMode mode = default) => Of(OutputType.MlflowModel, path, mode);

    /// <summary>A model for the Triton server.</summary>
    public static Output TritonModel(AssetPath? path = null, OutputMode mode = default) => Of(OutputType.TritonModel, path, mode);

    /// <summary>The same output, registered as an asset when the job completes.</summary>
    /// <param name="name">The asset's name.</param>
    /// <param name="version">The asset's version; null lets the service count.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Output RegisteredAs(string name, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return this with { AssetName = name, AssetVersion = version };
    }

    /// <summary>Whether both have the same content; a pinned name does not count.</summary>
    public bool Equals(Output? other) =>
        ReferenceEquals(this, other)
        || (base.Equals(other)
            && Type == other.Type
            && Path == other.Path
            && Mode == other.Mode
            && AssetName == other.AssetName
            && AssetVersion == other.AssetVersion
            && Description == other.Description);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Type, Path, Mode, AssetName, AssetVersion, Description);

    /// <summary>Says that an output was printed where a hole was meant; validation refuses a command that contains it.</summary>
    public override string ToString() => HoleMarker.ForOutput($"{Type} {Path}");

    private static Output Of(OutputType type, AssetPath? path, OutputMode mode) => new() { Type = type, Path = path, Mode = mode };
}
