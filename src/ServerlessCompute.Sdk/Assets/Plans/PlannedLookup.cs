namespace ServerlessCompute;

/// <summary>A registered asset of which the newest version is wanted: the workspace has to be asked.</summary>
/// <param name="Kind">The collection it is in: <c>environments</c>, <c>data</c>, <c>models</c>.</param>
/// <param name="Name">The asset's name.</param>
internal sealed record PlannedLookup(string Kind, string Name) : PlannedAsset
{
    public override string Describe() => $"newest version of {Kind}/{Name}";
}
