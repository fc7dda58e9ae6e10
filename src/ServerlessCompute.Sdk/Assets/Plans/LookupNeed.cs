namespace ServerlessCompute;

/// <summary>A registered asset of which the newest version is wanted: the workspace has to be asked.</summary>
/// <param name="Kind">The collection it is in: <c>environments</c>, <c>data</c>, <c>models</c>, <c>components</c>.</param>
/// <param name="Name">The asset's name.</param>
internal sealed record LookupNeed(string Kind, string Name) : AssetNeed
{
    public override IEnumerable<PlannedAsset> Describe() =>
    [
        new()
        {
            Action = PlannedAction.LookUp,
            Kind = Kind switch
            {
                "environments" => PlannedAssetKind.Environment,
                "components" => PlannedAssetKind.Component,
                "models" => PlannedAssetKind.Model,
                _ => PlannedAssetKind.Data,
            },
            Name = Name,
            Reference = Placeholder,
        },
    ];
}
