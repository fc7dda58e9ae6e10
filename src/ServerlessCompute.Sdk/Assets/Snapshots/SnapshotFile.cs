namespace ServerlessCompute;

/// <summary>A file that goes along.</summary>
/// <param name="RelativePath">Its place in the snapshot, '/' between names, links not resolved.</param>
/// <param name="SourcePath">Where its bytes are, links resolved.</param>
/// <param name="Length">Its size when the snapshot was taken.</param>
/// <param name="LastWrite">When it had been written last by then, in UTC.</param>
internal sealed record SnapshotFile(string RelativePath, string SourcePath, long Length, DateTime LastWrite)
{
    /// <summary>What the file is made of, if it is an archive that is made while it is read.</summary>
    public ZippedFolder? Archive { get; init; }

    /// <summary>Opens the file for an upload.</summary>
    /// <exception cref="JobAssetException">It cannot be read, or is not what the snapshot saw: its hash would name other bytes.</exception>
    public Stream OpenRead()
    {
        if (Archive is not null)
        {
            return new ArchiveStream(Archive);
        }

        // Pipes and devices count as empty files; opening one could wait for ever.
        if (Length == 0)
        {
            return new MemoryStream([], writable: false);
        }

        return new SnapshotStream(this);
    }
}
