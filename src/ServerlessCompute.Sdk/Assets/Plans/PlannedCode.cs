namespace ServerlessCompute;

/// <summary>Code to be uploaded, unless somebody uploaded the same before.</summary>
internal sealed record PlannedCode(Snapshot Snapshot, ContentHash Hash) : PlannedAsset
{
    public override string Describe() => $"code {Snapshot.Describe()}, hash {Hash}";
}
