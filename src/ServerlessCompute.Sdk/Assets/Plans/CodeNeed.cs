namespace ServerlessCompute;

/// <summary>Code to be uploaded, unless somebody uploaded the same before.</summary>
internal sealed record CodeNeed(Snapshot Snapshot, ContentHash Hash) : AssetNeed
{
    public override IEnumerable<PlannedAsset> Describe() =>
    [
        new()
        {
            Action = PlannedAction.Upload,
            Kind = PlannedAssetKind.Code,
            Name = Snapshot.Name,
            Version = CodeUploader.Version,
            Source = Snapshot.SourcePath,
            Hash = Hash.Hex,
            Files = Snapshot.Describe(),
            Reference = Placeholder,
            Body = AssetBody.Text(writer => CodeUploader.WriteBody(writer, $"{{upload}}/{CodeUploader.FolderOf(Snapshot)}", Hash)),
        },
    ];
}
