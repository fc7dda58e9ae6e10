namespace ServerlessCompute;

/// <summary>
/// Finds the files of a folder that go along. The reference client judges every file and visits every folder; here a folder is left
/// unvisited once nothing beneath it can be wanted, which changes the outcome in one case only: a link inside an ignored folder is
/// ignored with it.
/// </summary>
internal static class SnapshotWalker
{
    /// <summary>Takes the snapshot of a folder or a single file, given by its absolute path.</summary>
    /// <exception cref="JobAssetException">Nothing is there, no file is left, something cannot be read, or a link leads astray.</exception>
    public static Snapshot Take(string path, SnapshotRules rules, CancellationToken cancellationToken)
    {
        string real = RealPath.Resolve(path) ?? throw new JobAssetException(path, $"The {rules.What} '{path}' is a link that leads back to itself.");
        if (File.Exists(real))
        {
            return TakeFile(path, real);
        }

        if (!Directory.Exists(real))
        {
            throw JobAssetException.Missing(path, rules.What);
        }

        SnapshotFile[] files = CodePointOrder.SortForHash(
            new Walk(real, rules, cancellationToken).Run(), f => f.RelativePath);
        return files.Length > 0
            ? new Snapshot(NameOf(real), real, IsFile: false, files)
            : throw new JobAssetException(path, $"The {rules.What} '{path}' holds no file, or its ignore file leaves none. Put a file there or mend the ignore file.");
    }

    private static Snapshot TakeFile(string path, string real)
    {
        var info = new FileInfo(real);
        try
        {
            return new Snapshot(info.Name, real, IsFile: true, [new SnapshotFile(info.Name, real, info.Length, info.LastWriteTimeUtc)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JobAssetException.Unreadable(path, e);
        }
    }

    /// <summary>A drive's root has no name of its own.</summary>
    private static string NameOf(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } name ? name : "root";

    private sealed class Walk(string root, SnapshotRules rules, CancellationToken cancellationToken)
    {
        private readonly IgnoreScope _rootScope = IgnoreFile.Read(root, rules.ExtraPatterns);
        private readonly Stack<Folder> _folders = new();
        private readonly List<SnapshotFile> _files = [];

        public List<SnapshotFile> Run()
        {
            // A stack of our own: folders can be nested deeper than calls.
            _folders.Push(new Folder(string.Empty, root, _rootScope, Trail: null));
            while (_folders.TryPop(out Folder? folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (FolderEntry entry in FolderReader.Read(folder.RealPath))
                {
                    Visit(folder, entry);
                }
            }

            return _files;
        }

        private void Visit(Folder folder, FolderEntry entry)
        {
            if (entry.MayBeLink && new FileInfo(entry.FullPath).LinkTarget is { } target)
            {
                VisitLink(folder, entry, target);
            }
            else if (!entry.IsFolder)
            {
                AddFile(folder, entry.Name, entry.FullPath, entry.Length, entry.LastWrite);
            }
            else if (folder.Scope.Enter(entry.Name) is { IgnoresEverything: false } scope)
            {
                _folders.Push(new Folder(folder.Prefix + entry.Name + '/', entry.FullPath, scope, folder.Trail));
            }
        }

        private void VisitLink(Folder folder, FolderEntry link, string target)
        {
            string? real = RealPath.Resolve(link.FullPath);
            bool isFolder = Directory.Exists(real);
            var trail = new LinkTrail(folder.RealPath, folder.Trail);
            string? fault = real switch
            {
                null => "leads back to itself",
                _ when !isFolder && !File.Exists(real) => "leads to nothing",
                _ when !rules.MayLeaveRoot && !RealPath.IsWithin(real, root) => $"leads out of the {rules.What} '{root}'",
                _ when isFolder && trail.ComesBackTo(real) => "leads to a folder that it is in, so following it would never end",
                _ when isFolder && trail.Depth > LinkTrail.MaxDepth => $"is reached through more than {LinkTrail.MaxDepth} other links",
                _ => null,
            };
            if (fault is not null)
            {
                // An ignored link need not be followed: that is the way out for whoever wants to keep it.
                if (!folder.Scope.Ignores(link.Name))
                {
                    throw new JobAssetException(
                        link.FullPath, $"The link '{link.FullPath}' to '{target}' {fault}. Put what it stands for in its place, or name the link in .amlignore.");
                }
            }
            else if (isFolder)
            {
                // Beneath a link the patterns see the target's own place, as in the reference client.
                _folders.Push(new Folder(folder.Prefix + link.Name + '/', real!, _rootScope.EnterRelative(root, real!), trail));
            }
            else
            {
                var info = new FileInfo(real!);
                AddFile(folder, link.Name, real!, info.Length, info.LastWriteTimeUtc);
            }
        }

        private void AddFile(Folder folder, string name, string sourcePath, long length, DateTime lastWrite)
        {
            if (!folder.Scope.Ignores(name))
            {
                _files.Add(new SnapshotFile(folder.Prefix + name, sourcePath, length, lastWrite));
            }
        }
    }

    /// <summary>A folder to be visited; the prefix, its place in the snapshot, is empty or ends with a slash.</summary>
    private sealed record Folder(string Prefix, string RealPath, IgnoreScope Scope, LinkTrail? Trail);
}
