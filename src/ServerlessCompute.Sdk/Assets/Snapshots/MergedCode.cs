namespace ServerlessCompute;

/// <summary>
/// A component's code with its additional includes, as if all were copied into one folder: files and folders under their own names, and
/// <c>x.zip</c>, where only a folder <c>x</c> is there, as an archive of that folder. Nothing is copied; the snapshot knows where each
/// file lies. The ignore file of the code folder counts for the includes as well, and so do those of the folders within.
/// </summary>
/// <remarks>The reference client also asks a folder's ignore file about the folder itself, so that its <c>*</c> hides what its <c>!</c> brings back. That is not done here.</remarks>
internal sealed class MergedCode(SnapshotRules rules, CancellationToken cancellationToken)
{
    /// <summary>The folder that all this would be in; it shows in the code's address, and does not count for its hash.</summary>
    private const string FolderName = "code_with_additional_includes";

    private const string Archive = ".zip";
    private const string What = "additional include";

    private readonly Dictionary<string, SnapshotFile> _files = new(StringComparer.Ordinal);

    /// <param name="code">The absolute path of the code; null when there are only includes.</param>
    /// <param name="includes">The absolute paths of the includes; later ones win where both have a file.</param>
    /// <param name="baseFolder">Where the includes' paths start: its ignore file counts when there is no code.</param>
    /// <exception cref="JobAssetException">Something is not there, is there twice, cannot be read, or a link leads astray.</exception>
    public Snapshot Take(string? code, IEnumerable<string> includes, string baseFolder)
    {
        string source = SnapshotWalker.Resolve(code ?? baseFolder, rules.What);
        bool isFile = File.Exists(source);
        IgnoreScope scope = isFile ? IgnoreFile.None(rules.ExtraPatterns) : IgnoreFile.Read(source, rules.ExtraPatterns);
        if (code is not null)
        {
            AddCode(code, source, isFile, scope);
        }

        foreach (string include in includes)
        {
            if (code is not null && !isFile && Path.Exists(Path.Join(source, Path.GetFileName(include))))
            {
                throw new JobAssetException(include, $"The {What} '{include}' would come to lie where the code folder '{source}' has a '{Path.GetFileName(include)}' already. Rename one of them.");
            }

            Add(include, new IgnoreView([scope], IsNested: true));
        }

        return SnapshotWalker.Of(FolderName, source, code ?? baseFolder, rules, Judged());
    }

    private void AddCode(string code, string real, bool isFile, IgnoreScope scope)
    {
        if (!isFile && !Directory.Exists(real))
        {
            throw JobAssetException.Missing(code, rules.What);
        }

        var view = new IgnoreView([scope], IsNested: true);
        if (isFile)
        {
            AddFile(SnapshotWalker.TakeFile(code, real), view);
        }
        else
        {
            AddFolder(real, "", view);
        }
    }

    private void Add(string include, IgnoreView above)
    {
        string real = SnapshotWalker.Resolve(include, What);
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(real));
        if (File.Exists(real))
        {
            AddFile(SnapshotWalker.TakeFile(include, real), above);
        }
        else if (Directory.Exists(real))
        {
            if (above.Enter(name, real, rules.ExtraPatterns) is { } view)
            {
                AddFolder(real, name + '/', view);
            }
        }
        else if (name.EndsWith(Archive, StringComparison.Ordinal) && Directory.Exists(real[..^Archive.Length]))
        {
            AddArchive(name, real[..^Archive.Length], above);
        }
        else
        {
            throw JobAssetException.Missing(include, What);
        }
    }

    private void AddFile(SnapshotFile file, IgnoreView view)
    {
        if (!view.Ignores(file.RelativePath))
        {
            _files[file.RelativePath] = file;
        }
    }

    private void AddFolder(string real, string prefix, IgnoreView view)
    {
        foreach (SnapshotFile file in new FolderWalk(real, prefix, rules, view, cancellationToken).Run())
        {
            _files[file.RelativePath] = file;
        }
    }

    /// <summary>In an archive each file is judged by itself, and only the folder's own ignore file and that of the code count.</summary>
    private void AddArchive(string name, string folder, IgnoreView above)
    {
        string root = Path.GetFileName(folder);
        var view = new IgnoreView([.. above.Enter(root).Scopes, IgnoreFile.Read(folder, rules.ExtraPatterns)], IsNested: false);
        List<SnapshotFile> files = view.IgnoresEverything ? [] : new FolderWalk(folder, root + '/', rules, view, cancellationToken).Run();
        _files[name] = ZippedFolder.Make(name, folder, files, cancellationToken);
    }

    /// <summary>What the whole, seen as one folder, keeps of its files: it has an ignore file too, the code's or an include's.</summary>
    private IEnumerable<SnapshotFile> Judged()
    {
        IgnoreScope scope = IgnoreFile.ReadFrom(IgnoreFile.Names.Select(name => _files.GetValueOrDefault(name)?.SourcePath).FirstOrDefault(path => path is not null), rules.ExtraPatterns);
        return _files.Values.Where(file => !Ignores(scope, file.RelativePath.Split('/')));
    }

    private static bool Ignores(IgnoreScope scope, string[] names) =>
        names.SkipLast(1).Aggregate(scope, static (scope, folder) => scope.Enter(folder)).Ignores(names[^1]);
}
