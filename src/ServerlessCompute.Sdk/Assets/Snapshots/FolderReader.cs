using System.IO.Enumeration;

namespace ServerlessCompute;

/// <summary>Lists folders: everything in them, hidden and system files too, and never silently less.</summary>
internal static class FolderReader
{
    private static readonly EnumerationOptions _everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <exception cref="JobAssetException">The folder cannot be listed.</exception>
    public static List<FolderEntry> Read(string folder)
    {
        try
        {
            return [.. new FileSystemEnumerable<FolderEntry>(folder, ToEntry, _everything)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JobAssetException.Unreadable(folder, e);
        }
    }

    private static FolderEntry ToEntry(ref FileSystemEntry entry)
    {
        bool mayBeLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
        bool isPlainFile = !mayBeLink && !entry.IsDirectory;
        return new FolderEntry(
            entry.FileName.ToString(),
            entry.ToFullPath(),
            entry.IsDirectory,
            mayBeLink,
            isPlainFile ? entry.Length : 0,
            isPlainFile ? entry.LastWriteTimeUtc.UtcDateTime : default);
    }
}
