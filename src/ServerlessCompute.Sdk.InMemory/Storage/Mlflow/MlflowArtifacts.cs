namespace ServerlessCompute;

/// <summary>The artifacts of runs in their container: paths are checked, so that nobody leaves the run's own folder.</summary>
internal sealed class MlflowArtifacts(BlobContainer container, MlflowStore store)
{
    private const string Folder = "ExperimentRun/dcid.";

    /// <summary>The folder of a run's artifacts.</summary>
    public static string Root(string runId) => Folder + runId;

    /// <summary>What lies directly in a folder: files, and folders with a slash at their end.</summary>
    public IReadOnlyList<BlobEntry> List(string path)
    {
        string prefix = Checked(path) + '/';
        return [.. container.List(prefix, "/").Entries.Select(e => e with { Name = e.Name[prefix.Length..] })];
    }

    /// <exception cref="MlflowException">404: there is none.</exception>
    public Blob Get(string path) => container.TryGet(Checked(path)) ?? throw MlflowException.NotFound($"There is no artifact '{path}'.");

    public void Put(string path, ReadOnlyMemory<byte> content)
    {
        string name = Checked(path);
        string runId = RunId(name);
        if (name.Length == Root(runId).Length)
        {
            throw MlflowException.InvalidParameter($"'{path}' is the folder of a run. Add the file's name.");
        }

        container.Put(name, BlobContent.FromBytes(content));
        store.Changed(runId);
    }

    /// <summary>Deletes a file, or everything in a folder.</summary>
    public void Delete(string path)
    {
        string name = Checked(path);
        container.Delete(name);
        foreach (BlobEntry entry in container.List(name + '/').Entries)
        {
            container.Delete(entry.Name);
        }

        store.Changed(RunId(name));
    }

    private static string RunId(string name) => name[Folder.Length..].Split('/', 2)[0];

    private string Checked(string path)
    {
        string name = path.Trim('/');
        if (name.Split('/', '\\').Any(static part => part is "" or "." or ".."))
        {
            throw MlflowException.InvalidParameter($"The artifact path '{path}' must not have empty parts, '.' or '..'.");
        }

        if (!name.StartsWith(Folder, StringComparison.Ordinal) || store.Find(RunId(name)) is null)
        {
            throw MlflowException.NotFound($"'{path}' is not in the folder of a run's artifacts; those start with {Folder} and the run's id.");
        }

        return name;
    }
}
