using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ServerlessCompute;

/// <summary>Finds the blobs that belong to a place of a container, and the files that they become.</summary>
/// <param name="path">The place; a slash at its end says that it is a folder.</param>
/// <param name="folder">The absolute path of the folder that receives the files.</param>
internal sealed class BlobListing(string path, string folder)
{
    private readonly string _exact = path.TrimEnd('/');
    private readonly string _beneath = path.Trim('/').Length == 0 ? "" : path.TrimEnd('/') + "/";

    /// <summary>The blob of that name, or those beneath it: storage knows no folders, so both are looked for.</summary>
    /// <exception cref="JobAssetException">The storage refuses, a blob's name cannot be a file beneath the folder, or two would be one file.</exception>
    public async Task<List<DownloadItem>> ReadAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        var blobs = new List<(BlobItem Blob, string Name)>();
        var options = new GetBlobsOptions { Prefix = path.EndsWith('/') ? _beneath : _exact, Traits = BlobTraits.Metadata };
        try
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(options, cancellationToken).ConfigureAwait(false))
            {
                if (NameOf(blob) is { } name)
                {
                    blobs.Add((blob, name));
                }
            }
        }
        catch (RequestFailedException e)
        {
            throw StorageRefusal.Of(folder, $"What is in '{path}' of the datastore cannot be listed", e);
        }

        HashSet<string> folders = [.. blobs.SelectMany(b => FoldersOf(b.Name))];
        List<DownloadItem> items = [.. blobs.Where(b => !IsFolder(b.Blob, b.Name, folders)).Select(b => ToItem(b.Blob, b.Name))];
        RequireDistinct(items);
        return items;
    }

    /// <summary>The blob's name beneath the place; null when it is only a neighbour that begins alike.</summary>
    private string? NameOf(BlobItem blob) =>
        blob.Name.Length > _beneath.Length && blob.Name.StartsWith(_beneath, StringComparison.Ordinal) ? blob.Name[_beneath.Length..]
        : blob.Name == _exact ? _exact[(_exact.LastIndexOf('/') + 1)..]
        : null;

    private DownloadItem ToItem(BlobItem blob, string name) => new(
        blob.Name,
        SafePath.Combine(folder, name, OperatingSystem.IsWindows()),
        blob.Properties.ContentLength ?? 0,
        blob.Properties.ContentHash,
        blob.Properties.LastModified ?? default);

    /// <summary>Accounts with folders of their own list each as a blob; some tools leave an empty blob where a folder is.</summary>
    private static bool IsFolder(BlobItem blob, string name, HashSet<string> folders) =>
        BlobFolders.IsFolder(blob) || (blob.Properties.ContentLength is null or 0 && (name.EndsWith('/') || folders.Contains(name)));

    private static IEnumerable<string> FoldersOf(string name)
    {
        for (int slash = name.IndexOf('/'); slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            yield return name[..slash];
        }
    }

    private static void RequireDistinct(List<DownloadItem> items)
    {
        var files = new HashSet<string>(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        if (items.Find(i => !files.Add(i.TargetPath)) is { } twin)
        {
            throw new JobAssetException(twin.TargetPath, $"Two blobs would become '{twin.TargetPath}': their names differ in case alone. Download them one by one.");
        }
    }
}
