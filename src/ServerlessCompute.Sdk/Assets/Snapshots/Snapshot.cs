using System.Globalization;

namespace ServerlessCompute;

/// <summary>The files of a folder, or one file alone, as they were when somebody looked: what is hashed is what is uploaded.</summary>
/// <param name="Name">The folder's or the file's own name.</param>
/// <param name="SourcePath">The folder or file, links resolved.</param>
/// <param name="IsFile">Whether the snapshot is one file, given as such.</param>
/// <param name="Files">In the order in which they are hashed.</param>
internal sealed record Snapshot(string Name, string SourcePath, bool IsFile, IReadOnlyList<SnapshotFile> Files)
{
    public long Bytes { get; } = Files.Sum(f => f.Length);

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"{Name} ({Files.Count} {(Files.Count == 1 ? "file" : "files")}, {Bytes:N0} bytes)");
}
