namespace ServerlessCompute;

/// <summary>Material that the tests use where it lies in a folder <c>shared</c> beside the repository, and do without elsewhere.</summary>
internal static class SharedMaterial
{
    /// <summary>The folder or file of that path; null when it is not there.</summary>
    public static string? Find(params string[] path)
    {
        for (DirectoryInfo? folder = Directory.GetParent(Repository.Root); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine([folder.FullName, "shared", .. path]);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The folder or file of that path; skips the test at hand when it is not there.</summary>
    public static string Demand(params string[] path)
    {
        string? found = Find(path);
        if (found is null)
        {
            Assert.Ignore($"There is no {string.Join('/', ["../shared", .. path])} beside the repository.");
        }

        return found!;
    }
}
