using Azure;

namespace ServerlessCompute;

/// <summary>Says what the storage refused, and about which file: its own errors name requests.</summary>
internal static class StorageRefusal
{
    /// <param name="path">The file or folder of this machine.</param>
    /// <param name="what">What could not be done, as a sentence without its end.</param>
    /// <param name="e">What the storage said; kept, since it has the request's id.</param>
    public static JobAssetException Of(string path, string what, RequestFailedException e) =>
        new(path, $"{what}: {(e.Status == 0 ? e.Message : $"the storage answered {e.Status} {e.ErrorCode}.")} What is complete stays; repeat the call to go on.", e);
}
