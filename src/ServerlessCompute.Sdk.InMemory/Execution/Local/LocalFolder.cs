namespace ServerlessCompute;

/// <summary>A job's working folder: its code, which is also where the command runs, its inputs and its outputs.</summary>
internal sealed class LocalFolder : IDisposable
{
    private readonly bool _keep;

    private LocalFolder(string path, bool keep)
    {
        Path = path;
        _keep = keep;
    }

    public string Path { get; }

    public string Code => System.IO.Path.Combine(Path, "code");

    public string Inputs => System.IO.Path.Combine(Path, "inputs");

    public string Outputs => System.IO.Path.Combine(Path, "outputs");

    public static LocalFolder Create(string path, bool keep)
    {
        var folder = new LocalFolder(path, keep);
        Directory.CreateDirectory(folder.Code);
        Directory.CreateDirectory(folder.Inputs);
        Directory.CreateDirectory(folder.Outputs);
        return folder;
    }

    /// <summary>Writes files below a folder.</summary>
    /// <exception cref="LocalRunException">A file's name leads out of the folder.</exception>
    public static void Write(string folder, IEnumerable<StoredFile> files)
    {
        foreach (StoredFile file in files)
        {
            string path = Inside(folder, file.RelativePath);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            using Stream from = file.Content.OpenRead();
            using FileStream to = File.Create(path);
            from.CopyTo(to);
        }
    }

    /// <summary>The path of a file below a folder.</summary>
    /// <exception cref="LocalRunException">The name leads out of the folder.</exception>
    public static string Inside(string folder, string relativePath)
    {
        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, relativePath));
        return path.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new LocalRunException($"'{relativePath}' leads out of the job's folder. Name files and outputs without '..' and without a leading slash.");
    }

    /// <summary>Removes a folder as far as the system lets us.</summary>
    public static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            MakeWritable(path);
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (Exception again) when (again is IOException or UnauthorizedAccessException)
            {
                // Windows does not delete what somebody has open; the next service that starts removes it.
            }
        }
    }

    public void Dispose()
    {
        if (!_keep)
        {
            Delete(Path);
        }
    }

    // A job may have taken the write permission from its own folders and files.
    private static void MakeWritable(string path)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = false, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        try
        {
            if (OperatingSystem.IsWindows())
            {
                foreach (string file in Directory.EnumerateFiles(path, "*", everything))
                {
                    File.SetAttributes(file, FileAttributes.Normal);
                }
            }
            else
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            foreach (string folder in Directory.EnumerateDirectories(path, "*", everything))
            {
                MakeWritable(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be mended stays, see above.
        }
    }
}
