namespace ServerlessCompute;

/// <summary>How registered assets are written in a job, and how the service wants them.</summary>
internal static class AssetReferences
{
    /// <summary>Environments of this name are the service's own; it finds their versions itself.</summary>
    private const string CuratedPrefix = "AzureML-";

    /// <summary>Where inputs of this type are registered.</summary>
    public static string CollectionOf(InputType type) =>
        type == InputType.CustomModel || type == InputType.MlflowModel || type == InputType.TritonModel ? "models" : "data";

    /// <summary>
    /// The registered environment that the job names; null for one described in place. An image <c>azureml:name…</c> is a registered
    /// environment in the wrong place: no registry holds such an image, and published examples write it.
    /// </summary>
    public static string? Of(JobEnvironment environment) => environment switch
    {
        { Reference: { } reference } => reference,
        { Image: { } image, CondaFile: null, Conda.IsNull: true, BuildContext: null } when image.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase) => image,
        _ => null,
    };

    /// <summary>Whether the environment is one of the workspace, by name; not an id, an address, or one of the service's own.</summary>
    public static bool IsNamed(string environment)
    {
        string text = WithoutPrefix(environment);
        return !text.StartsWith(CuratedPrefix, StringComparison.Ordinal) && !text.StartsWith('/') && !text.Contains("://", StringComparison.Ordinal);
    }

    /// <summary>Takes a reference apart; without a version, the newest is wanted.</summary>
    /// <param name="reference">What the job says.</param>
    /// <param name="what">The kind of asset, for the error.</param>
    /// <exception cref="JobAssetException">There is neither a version nor the label <c>latest</c>.</exception>
    public static AssetName Parse(string reference, string what)
    {
        AssetName name = AssetName.Parse(reference);
        bool isLatest = string.Equals(name.Label, AssetName.Latest, StringComparison.OrdinalIgnoreCase);
        return name.Name.Length > 0 && (name.Version is { Length: > 0 } || isLatest)
            ? name
            : throw new JobAssetException($"The {what} '{reference}' says neither a version nor 'latest'. Write {name.Name}:1 or {name.Name}@{AssetName.Latest}.");
    }

    /// <summary>The text without the <c>azureml:</c> that marks names and ids in YAML.</summary>
    public static string WithoutPrefix(string text) =>
        text.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase) && !text.StartsWith(AssetName.Prefix + "//", StringComparison.OrdinalIgnoreCase)
            ? text[AssetName.Prefix.Length..]
            : text;

    /// <summary>The environment as the service wants it, when it is not <see cref="IsNamed"/>.</summary>
    public static string ForService(string environment)
    {
        string text = WithoutPrefix(environment);
        return text.StartsWith(CuratedPrefix, StringComparison.Ordinal) ? AssetName.Prefix + text : text;
    }

    public static string VersionId(string workspacePath, string kind, string name, string version) => $"{workspacePath}/{kind}/{name}/versions/{version}";
}
