namespace ServerlessCompute;

/// <summary>A folder or file that a plan uploads.</summary>
/// <param name="Place">Where in the job it is named, in REST's names.</param>
/// <param name="What">What it is, in messages: <c>code folder</c>.</param>
/// <param name="Snapshot">Its files.</param>
internal sealed record PlannedUpload(string Place, string What, Snapshot Snapshot)
{
    /// <summary>The folder or file with its size, and where in it most of that is.</summary>
    public string Describe() => $"The {What} '{Snapshot.SourcePath}' has {ByteCount.Show(Snapshot.Bytes)} in {Snapshot.Files.Count:N0} {(Snapshot.Files.Count == 1 ? "file" : "files")}{Largest()}.";

    /// <summary>How to make it smaller.</summary>
    public string HowToShrink() => Snapshot.IsFile
        ? "Upload it once, and give its address in the datastore"
        : $"Keep parts out with lines such as '{Parts().First().Name}' in '{IgnoreFile.PathIn(Snapshot.SourcePath)}'";

    private string Largest()
    {
        string[] parts = [.. Parts().Take(3).Select(static part => $"'{part.Name}' ({ByteCount.Show(part.Bytes)})")];
        return Snapshot.IsFile || Snapshot.Files.Count == 1 ? "" : $", most of it in {string.Join(", ", parts)}";
    }

    /// <summary>What lies directly in the folder, the largest first; the name of a folder ends with a slash.</summary>
    private IEnumerable<(string Name, long Bytes)> Parts() => Snapshot.Files
        .GroupBy(static file => file.RelativePath[..(file.RelativePath.IndexOf('/') + 1)] is { Length: > 0 } folder ? folder : file.RelativePath, StringComparer.Ordinal)
        .Select(static part => (part.Key, Bytes: part.Sum(file => file.Length)))
        .OrderByDescending(static part => part.Bytes);
}
