using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ServerlessCompute;

/// <summary>Reads files from beginning to end, with one buffer for all of them.</summary>
internal sealed class FileContent : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);

    /// <summary>Appends the file's bytes to a hash.</summary>
    /// <exception cref="JobAssetException">It cannot be read, or has another length now.</exception>
    public void AppendTo(IncrementalHash hash, SnapshotFile file, CancellationToken cancellationToken) => Feed(file, hash.AppendData, cancellationToken);

    /// <summary>Gives the file's bytes away piece by piece, as many as it had when it was found.</summary>
    /// <exception cref="JobAssetException">It cannot be read, or has another length now.</exception>
    public void Feed(SnapshotFile file, Action<ReadOnlySpan<byte>> take, CancellationToken cancellationToken)
    {
        if (file.Archive is { } archive)
        {
            foreach (ZipPart part in archive.Parts)
            {
                take(part.Bytes.Span);
                if (part.File is { } inner)
                {
                    Feed(inner, take, cancellationToken);
                }
            }
        }
        else if (file.Length > 0)
        {
            // An empty file needs no opening. Pipes and devices count as empty too, and opening one could wait for ever.
            FeedFile(file, take, cancellationToken);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void FeedFile(SnapshotFile file, Action<ReadOnlySpan<byte>> take, CancellationToken cancellationToken)
    {
        long offset = 0;
        try
        {
            using SafeFileHandle handle = File.OpenHandle(
                file.SourcePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            for (int read; (read = RandomAccess.Read(handle, _buffer, offset)) > 0; offset += read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                take(_buffer.AsSpan(0, read));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JobAssetException.Unreadable(file.SourcePath, e);
        }

        if (offset != file.Length)
        {
            throw JobAssetException.Changed(file.SourcePath);
        }
    }
}
