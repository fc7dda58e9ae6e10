namespace ServerlessCompute;

/// <summary>An environment described in place, to be registered under the hash of its content.</summary>
/// <param name="Version">The hash.</param>
/// <param name="Image">The container image; null for one that is built.</param>
/// <param name="CondaFile">The text that is sent for the conda file.</param>
/// <param name="BuildContext">What the image is built from.</param>
/// <param name="Described">What else the job says of it.</param>
internal sealed record EnvironmentNeed(string Version, string? Image, string? CondaFile, DataNeed? BuildContext, JobEnvironment Described) : AssetNeed
{
    /// <summary>The address of a build context that is not on this machine.</summary>
    public string? ContextAddress => Described.BuildContext is { Kind: AssetPathKind.Uri, Text: var address } ? address : null;

    public override IEnumerable<PlannedAsset> Describe() =>
    [
        .. BuildContext?.Describe() ?? [],
        new()
        {
            Action = PlannedAction.Register,
            Kind = PlannedAssetKind.Environment,
            Name = EnvironmentRegistrar.AnonymousName,
            Version = Version,
            Hash = Version,
            Reference = Placeholder,
            Body = AssetBody.Text(writer => EnvironmentRegistrar.WriteBody(writer, this, BuildContext is null ? ContextAddress : $"{{{DatastorePlace.WorkspaceBlobStore}}}/{BuildContext.Location}/")),
        },
    ];
}
