namespace ServerlessCompute;

/// <summary>The working copy that the tests were built from: its folders, and the files a commit would hold.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The libraries: each folder under <c>src</c> is a project and an assembly of that name.</summary>
    public static IReadOnlyList<string> Libraries { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    /// <summary>The folder, in the repository, with this path relative to its root.</summary>
    public static string Folder(params string[] segments) => Path.Combine([Root, .. segments]);

    /// <summary>The path relative to the repository, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Every file beneath the folder, without what <c>.gitignore</c> leaves out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*")
    {
        HashSet<string> ignored = [".git", .. File.ReadLines(Path.Combine(Root, ".gitignore")).Where(line => line.EndsWith('/')).Select(line => line.TrimEnd('/'))];
        return Walk(folder);

        IEnumerable<string> Walk(string path) => Directory.EnumerateFiles(path, pattern).Where(file => !ignored.Contains(Path.GetFileName(file)))
            .Concat(Directory.EnumerateDirectories(path).Where(child => !ignored.Contains(Path.GetFileName(child))).SelectMany(Walk))
            .Order(StringComparer.Ordinal);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ServerlessCompute.Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No ServerlessCompute.Sdk.sln above {AppContext.BaseDirectory}: the convention tests read the sources.");
    }
}
