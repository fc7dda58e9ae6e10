namespace ServerlessCompute;

/// <summary>Local data, or an image's build context, to be uploaded to the workspace's blob store, unless the same is there.</summary>
/// <param name="Snapshot">The files.</param>
/// <param name="Hash">The object hash, which names the place.</param>
internal sealed record PlannedData(Snapshot Snapshot, string Hash) : PlannedAsset
{
    /// <summary>The place in the container, without a slash at its end.</summary>
    public string Location => $"LocalUpload/{Hash}/{Snapshot.Name}";

    public override string Describe() => $"data {Snapshot.Describe()}, to {Location}";
}
