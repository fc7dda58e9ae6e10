namespace ServerlessCompute;

/// <summary>
/// Finds the files of a folder that go along. The reference client judges every file and visits every folder; here a folder is left
/// unvisited once nothing beneath it can be wanted, which changes the outcome in one case only: a link inside an ignored folder is
/// ignored with it.
/// </summary>
/// <param name="root">The folder's real path.</param>
/// <param name="prefix">What stands before the places of its files: nothing, or a path with a slash at its end.</param>
/// <param name="rules">What kind of snapshot it is for.</param>
/// <param name="rootView">What is ignored.</param>
/// <param name="cancellationToken">Ends the walk.</param>
internal sealed class FolderWalk(string root, string prefix, SnapshotRules rules, IgnoreView rootView, CancellationToken cancellationToken)
{
    private readonly Stack<Folder> _folders = new();
    private readonly List<SnapshotFile> _files = [];

    /// <exception cref="JobAssetException">Something cannot be read, or a link leads astray.</exception>
    public List<SnapshotFile> Run()
    {
        // A stack of our own: folders can be nested deeper than calls.
        _folders.Push(new Folder(prefix, root, rootView, Trail: null));
        while (_folders.TryPop(out Folder? folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (FolderEntry entry in FolderReader.Read(folder.RealPath, folder.View))
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
            // Ignored files have been left out when the folder was read.
            _files.Add(new SnapshotFile(folder.Prefix + entry.Name, entry.FullPath, entry.Length, entry.LastWrite));
        }
        else if (folder.View.Enter(entry.Name, entry.FullPath, rules.ExtraPatterns) is { } view)
        {
            _folders.Push(new Folder(folder.Prefix + entry.Name + '/', entry.FullPath, view, folder.Trail));
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
            if (!folder.View.Ignores(link.Name))
            {
                throw new JobAssetException(
                    link.FullPath, $"The link '{link.FullPath}' to '{target}' {fault}. Put what it stands for in its place, or name the link in .amlignore.");
            }
        }
        else if (!isFolder)
        {
            var info = new FileInfo(real!);
            if (!folder.View.Ignores(link.Name))
            {
                _files.Add(new SnapshotFile(folder.Prefix + link.Name, real!, info.Length, info.LastWriteTimeUtc));
            }
        }
        else if (Follow(folder, link, real!) is { } view)
        {
            _folders.Push(new Folder(folder.Prefix + link.Name + '/', real!, view, trail));
        }
    }

    /// <summary>Beneath a link the patterns see the target's own place, as in the reference client; where code is put together, the link's.</summary>
    private IgnoreView? Follow(Folder folder, FolderEntry link, string real) => rootView.IsNested
        ? folder.View.Enter(link.Name, real, rules.ExtraPatterns)
        : rootView with { Scopes = [.. rootView.Scopes.Select(scope => scope.EnterRelative(root, real))] };

    /// <summary>A folder to be visited; the prefix, its place in the snapshot, is empty or ends with a slash.</summary>
    private sealed record Folder(string Prefix, string RealPath, IgnoreView View, LinkTrail? Trail);
}
