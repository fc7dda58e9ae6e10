using System.IO.Hashing;

namespace ServerlessCompute;

/// <summary>
/// A folder as a zip archive that exists only while it is read: entries in order, not compressed, all of the same date, so that the same
/// files make the same archive wherever and whenever they lie.
/// </summary>
internal sealed class ZippedFolder
{
    private ZippedFolder(IReadOnlyList<ZipPart> parts) => Parts = parts;

    /// <summary>What follows what: bytes of the archive's own, and files.</summary>
    public IReadOnlyList<ZipPart> Parts { get; }

    /// <summary>The archive as a file of a snapshot.</summary>
    /// <param name="name">The archive's name.</param>
    /// <param name="folder">The folder's real path.</param>
    /// <param name="files">Its files; their places begin with the folder's name.</param>
    /// <param name="cancellationToken">Ends the reading of files.</param>
    /// <exception cref="JobAssetException">A file cannot be read, or changed meanwhile.</exception>
    public static SnapshotFile Make(string name, string folder, IEnumerable<SnapshotFile> files, CancellationToken cancellationToken)
    {
        var entries = new List<ZipEntry> { ZipEntry.Folder(Path.GetFileName(folder) + '/') };
        var parts = new List<ZipPart> { new(entries[0].LocalHeader(), File: null) };
        long offset = parts[0].Length;
        foreach (SnapshotFile file in files.OrderBy(static file => file.RelativePath, CodePointOrder.Comparer))
        {
            var checksum = new Crc32();
            using var sink = new DirectSink(checksum.Append);
            FileContent.CopyTo(file, sink, cancellationToken);
            ZipEntry entry = ZipEntry.File(file, checksum.GetCurrentHashAsUInt32(), offset);
            var part = new ZipPart(entry.LocalHeader(), file);
            entries.Add(entry);
            parts.Add(part);
            offset += part.Length;
        }

        parts.Add(new ZipPart(ZipEntry.Directory(entries, offset), File: null));
        return new SnapshotFile(name, folder, parts.Sum(static part => part.Length), LastWrite: default) { Archive = new ZippedFolder(parts) };
    }
}
