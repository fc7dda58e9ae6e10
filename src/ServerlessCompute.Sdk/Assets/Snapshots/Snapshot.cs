namespace ServerlessCompute;

/// <summary>The files of a folder, or one file alone, as they were when somebody looked: what is hashed is what is uploaded.</summary>
/// <param name="Name">The folder's or the file's own name.</param>
/// <param name="SourcePath">The folder or file, links resolved.</param>
/// <param name="IsFile">Whether the snapshot is one file, given as such.</param>
/// <param name="Files">In the order in which they are hashed.</param>
internal sealed record Snapshot(string Name, string SourcePath, bool IsFile, IReadOnlyList<SnapshotFile> Files)
{
    public long Bytes { get; } = Files.Sum(f => f.Length);

    /// <summary>The files, for users.</summary>
    public ValueList<PlannedFile> Describe() => [.. Files.Select(static file => new PlannedFile(file.RelativePath, file.Length))];

    /// <summary>A file alone, under another name.</summary>
    public Snapshot Renamed(string name) => this with { Name = name, Files = [Files[0] with { RelativePath = name }] };

    /// <summary>Whether both have files of the same places and sizes.</summary>
    public bool HasSameFiles(Snapshot other) =>
        IsFile == other.IsFile && Files.Select(static file => (file.RelativePath, file.Length)).SequenceEqual(other.Files.Select(static file => (file.RelativePath, file.Length)));
}
