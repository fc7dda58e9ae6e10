namespace ServerlessCompute;

/// <summary>A blob and the file it becomes.</summary>
/// <param name="BlobName">The blob's name in its container.</param>
/// <param name="TargetPath">The file's absolute path.</param>
/// <param name="Length">The blob's size.</param>
/// <param name="Md5">The hash that the storage keeps, if it does.</param>
/// <param name="LastModified">When the blob was written last.</param>
internal sealed record DownloadItem(string BlobName, string TargetPath, long Length, ReadOnlyMemory<byte> Md5, DateTimeOffset LastModified)
{
    /// <summary>
    /// Whether an earlier download left the file as the blob is now: equal size and hash; where the storage keeps no hash, the time that a
    /// finished download gives the file.
    /// </summary>
    public bool IsThere()
    {
        var file = new FileInfo(TargetPath);
        if (!file.Exists || file.Length != Length)
        {
            return false;
        }

        return Md5.IsEmpty ? file.LastWriteTimeUtc == LastModified.UtcDateTime : FileMd5().AsSpan().SequenceEqual(Md5.Span);
    }

#pragma warning disable CA5351 // The storage keeps this hash and no other; it finds changed files, it does not authenticate them.
    private byte[] FileMd5()
    {
        using FileStream stream = File.OpenRead(TargetPath);
        return System.Security.Cryptography.MD5.HashData(stream);
    }
#pragma warning restore CA5351
}
