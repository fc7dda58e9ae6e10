using System.Text;

namespace ServerlessCompute;

/// <summary>A folder of this test's own, gone when the test is over.</summary>
internal sealed class FileTree : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assets-");

    /// <summary>The folder's path, links resolved (a system's temporary folder may be one).</summary>
    public string Root => RealPath.Resolve(_folder.FullName)!;

    public string this[string relativePath] => Path.GetFullPath(Path.Join(Root, relativePath));

    public FileTree File(string relativePath, string content = "") => File(relativePath, Encoding.UTF8.GetBytes(content));

    public FileTree File(string relativePath, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relativePath])!);
        System.IO.File.WriteAllBytes(this[relativePath], content);
        return this;
    }

    public FileTree Folder(string relativePath)
    {
        Directory.CreateDirectory(this[relativePath]);
        return this;
    }

    public FileTree Link(string relativePath, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relativePath])!);
        System.IO.File.CreateSymbolicLink(this[relativePath], target);
        return this;
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (string folder in Directory.EnumerateDirectories(Root, "locked*"))
            {
                System.IO.File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        _folder.Delete(recursive: true);
    }
}
