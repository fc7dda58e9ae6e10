namespace ServerlessCompute;

/// <summary>Keeps what a job wrote: its named outputs, and the folders <c>outputs</c> and <c>logs</c> beside its code.</summary>
internal sealed class OutputCollector(IExecutionHost host, LocalStore store, LocalFolder folder, Action<string> warn)
{
    // The service keeps these without being told.
    private static readonly string[] _artifactFolders = ["outputs", "logs"];

    /// <summary>Makes the places that the command may write to.</summary>
    /// <returns>What each output stands for in the command.</returns>
    public Dictionary<string, string> Prepare(IReadOnlyList<LocalOutput> outputs)
    {
        foreach (string name in _artifactFolders)
        {
            Directory.CreateDirectory(Path.Combine(folder.Code, name));
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (LocalOutput output in outputs)
        {
            values[output.Name] = output.IsDirect ? output.Uri ?? DefaultUri(output) : ShellPath.Of(Place(output, create: true));
        }

        return values;
    }

    /// <summary>Hands everything that was written to the service.</summary>
    public void Collect(IReadOnlyList<LocalOutput> outputs)
    {
        foreach (LocalOutput output in outputs.Where(static output => !output.IsDirect))
        {
            string place = Place(output, create: false);
            if (!output.IsFile)
            {
                Walk(place, output.Name, (path, content) => host.StoreOutput(output.Name, path, content));
            }
            else if (File.Exists(place))
            {
                Keep(new FileInfo(place), Path.GetDirectoryName(place)!, output.Name, content => host.StoreOutput(output.Name, "", content));
            }
            else if (Directory.Exists(place))
            {
                warn($"Output '{output.Name}' is a uri_file, but the job made a folder of it: it is not kept. Make the output a uri_folder.");
            }
        }

        foreach (string name in _artifactFolders)
        {
            string place = Path.Combine(folder.Code, name);
            Walk(place, name, (path, content) => host.StoreArtifact($"{name}/{path}", content));
        }
    }

    private string DefaultUri(LocalOutput output) => $"azureml://datastores/workspaceblobstore/paths/azureml/{host.JobName}/{output.Name}" + (output.IsFile ? "" : "/");

    private string Place(LocalOutput output, bool create)
    {
        string place = LocalFolder.Inside(folder.Outputs, output.Name);
        if (create)
        {
            Directory.CreateDirectory(place);
        }

        return output.IsFile ? LocalFolder.Inside(place, output.FileName) : place;
    }

    private void Walk(string root, string name, Action<string, BlobContent> keep)
    {
        if (new DirectoryInfo(root).LinkTarget is not null)
        {
            return;
        }

        var files = new List<FileInfo>();
        Find(root, root, name, files);

        // Links first: a file's content may be moved away when its own turn comes.
        foreach (FileInfo file in files.OrderBy(static file => file.LinkTarget is null))
        {
            Keep(file, root, name, content => keep(ShellPath.Of(Path.GetRelativePath(root, file.FullName)), content));
        }
    }

    private void Find(string folderPath, string root, string name, List<FileInfo> files)
    {
        if (!Directory.Exists(folderPath))
        {
            return;
        }

        foreach (FileSystemInfo entry in new DirectoryInfo(folderPath).EnumerateFileSystemInfos().OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is FileInfo file)
            {
                files.Add(file);
            }
            else if (entry.LinkTarget is null)
            {
                Find(entry.FullName, root, name, files);
            }
            else
            {
                warn($"Output '{name}': '{Path.GetRelativePath(root, entry.FullName)}' is a link to a folder and is not kept. Copy the files instead.");
            }
        }
    }

    private void Keep(FileInfo file, string root, string name, Action<BlobContent> keep)
    {
        try
        {
            if (file.LinkTarget is null)
            {
                keep(store.Take(file.FullName));
            }
            else if (Target(file) is { } target && IsInside(target, root))
            {
                keep(store.Copy(target));
            }
            else
            {
                warn($"Output '{name}': '{file.Name}' is a link that leads out of the output's folder or nowhere, and is not kept. Copy the file instead.");
            }
        }
        catch (UnauthorizedAccessException)
        {
            warn($"Output '{name}': '{file.Name}' cannot be read and is not kept. Check its permissions.");
        }
    }

    private static string? Target(FileInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target ? target.FullName : null;
        }
        catch (IOException)
        {
            // Links that lead to each other.
            return null;
        }
    }

    // A folder on the way may itself be a link that leads out.
    private static bool IsInside(string path, string root)
    {
        for (string? at = Path.GetDirectoryName(path); at is not null && at.Length >= root.Length; at = Path.GetDirectoryName(at))
        {
            if (string.Equals(at, root, StringComparison.Ordinal))
            {
                return true;
            }

            if (new DirectoryInfo(at).LinkTarget is not null)
            {
                return false;
            }
        }

        return false;
    }
}
