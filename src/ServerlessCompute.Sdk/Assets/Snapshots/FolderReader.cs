using System.IO.Enumeration;

namespace ServerlessCompute;

/// <summary>Lists folders: everything in them that nothing ignores, hidden and system files too, and never silently less.</summary>
internal static class FolderReader
{
    private static readonly EnumerationOptions _everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <param name="folder">The folder.</param>
    /// <param name="view">What is ignored in it: files of such names are left out, without a look at more than their names.</param>
    /// <exception cref="JobAssetException">The folder cannot be listed.</exception>
    public static List<FolderEntry> Read(string folder, IgnoreView view)
    {
        try
        {
            return
            [
                .. new FileSystemEnumerable<FolderEntry>(folder, ToEntry, _everything)
                {
                    ShouldIncludePredicate = (ref entry) => entry.IsDirectory || !view.Ignores(entry.FileName),
                },
            ];
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
