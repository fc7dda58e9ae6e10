using Azure.Storage.Blobs.Models;

namespace ServerlessCompute;

/// <summary>Storage accounts with folders of their own list each as an empty blob.</summary>
internal static class BlobFolders
{
    public static bool IsFolder(BlobItem blob) =>
        blob.Metadata is { } metadata
        && metadata.Any(m => string.Equals(m.Key, "hdi_isfolder", StringComparison.OrdinalIgnoreCase)
            && string.Equals(m.Value, bool.TrueString, StringComparison.OrdinalIgnoreCase));
}
