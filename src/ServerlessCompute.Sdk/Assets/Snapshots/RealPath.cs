namespace ServerlessCompute;

/// <summary>Where a path leads when every link in it is followed.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows before it gives up.</summary>
    private const int MaxLinks = 40;

    private static readonly StringComparison _comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>Resolves the links of an absolute path. What does not exist stays as it is written.</summary>
    /// <returns>Null when the links lead in a circle.</returns>
    public static string? Resolve(string fullPath)
    {
        string current = Path.GetPathRoot(fullPath)!;
        var rest = new Stack<string>();
        Push(rest, fullPath[current.Length..]);
        int links = 0;
        while (rest.TryPop(out string? name))
        {
            if (name is "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            string path = Path.Join(current, name);
            if (new FileInfo(path).LinkTarget is not { } target)
            {
                current = path;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                current = Path.GetPathRoot(target)!;
                target = target[current.Length..];
            }

            Push(rest, target);
        }

        return current;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or in it. Both are real paths.</summary>
    public static bool IsWithin(string path, string folder)
    {
        string prefix = Path.TrimEndingDirectorySeparator(folder);
        return path.StartsWith(prefix, _comparison)
            && (path.Length == prefix.Length || Path.EndsInDirectorySeparator(prefix) || path[prefix.Length] == Path.DirectorySeparatorChar);
    }

    private static void Push(Stack<string> rest, string relativePath)
    {
        string[] names = relativePath.Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names.Reverse().Where(n => n is not "."))
        {
            rest.Push(name);
        }
    }
}
