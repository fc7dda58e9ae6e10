namespace ServerlessCompute;

/// <summary>Takes snapshots of folders and files.</summary>
internal static class SnapshotWalker
{
    /// <summary>Takes the snapshot of a folder or a single file, given by its absolute path.</summary>
    /// <exception cref="JobAssetException">Nothing is there, no file is left, something cannot be read, or a link leads astray.</exception>
    public static Snapshot Take(string path, SnapshotRules rules, CancellationToken cancellationToken)
    {
        string real = Resolve(path, rules.What);
        if (File.Exists(real))
        {
            SnapshotFile file = TakeFile(path, real);
            return new Snapshot(file.RelativePath, real, IsFile: true, [file]);
        }

        if (!Directory.Exists(real))
        {
            throw JobAssetException.Missing(path, rules.What);
        }

        var view = new IgnoreView([IgnoreFile.Read(real, rules.ExtraPatterns)], IsNested: false);
        return Of(NameOf(real), real, path, rules, new FolderWalk(real, "", rules, view, cancellationToken).Run());
    }

    /// <summary>The snapshot of a folder whose files were found.</summary>
    /// <exception cref="JobAssetException">There are none.</exception>
    public static Snapshot Of(string name, string real, string path, SnapshotRules rules, IEnumerable<SnapshotFile> files) =>
        CodePointOrder.SortForHash(files, static file => file.RelativePath) is { Length: > 0 } sorted
            ? new Snapshot(name, real, IsFile: false, sorted)
            : throw new JobAssetException(path, $"The {rules.What} '{path}' holds no file, or its ignore file leaves none. Put a file there or mend the ignore file.");

    /// <summary>A path with all links followed.</summary>
    /// <exception cref="JobAssetException">The links lead in a circle.</exception>
    public static string Resolve(string path, string what) =>
        RealPath.Resolve(path) ?? throw new JobAssetException(path, $"The {what} '{path}' is a link that leads back to itself.");

    /// <summary>A file alone, under its own name.</summary>
    /// <exception cref="JobAssetException">It cannot be looked at.</exception>
    public static SnapshotFile TakeFile(string path, string real)
    {
        var info = new FileInfo(real);
        try
        {
            return new SnapshotFile(info.Name, real, info.Length, info.LastWriteTimeUtc);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JobAssetException.Unreadable(path, e);
        }
    }

    /// <summary>A drive's root has no name of its own.</summary>
    private static string NameOf(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } name ? name : "root";
}
