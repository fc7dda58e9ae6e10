namespace ServerlessCompute;

/// <summary>What is in a snapshot's place in the storage.</summary>
/// <param name="Files">The size of each blob, by its path in the snapshot.</param>
/// <param name="IsConfirmed">Whether whoever put them there noted that all are there.</param>
internal sealed record UploadedBlobs(IReadOnlyDictionary<string, long> Files, bool IsConfirmed)
{
    public bool Has(SnapshotFile file) => Files.TryGetValue(file.RelativePath, out long length) && length == file.Length;

    /// <summary>Whether all that is there belongs to the snapshot. Something else can be there only when two snapshots share a hash.</summary>
    public bool AreOf(Snapshot snapshot)
    {
        HashSet<string> own = [.. snapshot.Files.Select(f => f.RelativePath)];
        return Files.Keys.All(own.Contains) && (!IsConfirmed || snapshot.Files.All(Has));
    }
}
