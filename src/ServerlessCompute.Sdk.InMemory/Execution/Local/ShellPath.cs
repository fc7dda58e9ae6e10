namespace ServerlessCompute;

/// <summary>Paths as bash reads them.</summary>
internal static class ShellPath
{
    /// <summary>The path with slashes: in bash a backslash is an escape, and Windows takes either.</summary>
    public static string Of(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
}
