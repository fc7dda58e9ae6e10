using Microsoft.Win32.SafeHandles;

namespace ServerlessCompute;

/// <summary>Reads files from beginning to end.</summary>
internal static class FileContent
{
    /// <summary>Gives the file's bytes away, as many as it had when it was found.</summary>
    /// <exception cref="JobAssetException">It cannot be read, or has another length now.</exception>
    public static void CopyTo(SnapshotFile file, ByteSink sink, CancellationToken cancellationToken)
    {
        if (file.Archive is { } archive)
        {
            foreach (ZipPart part in archive.Parts)
            {
                sink.Write(part.Bytes.Span);
                if (part.File is { } inner)
                {
                    CopyTo(inner, sink, cancellationToken);
                }
            }
        }
        else if (file.Length > 0)
        {
            // An empty file needs no opening. Pipes and devices count as empty too, and opening one could wait for ever.
            CopyFileTo(file, sink, cancellationToken);
        }
    }

    private static void CopyFileTo(SnapshotFile file, ByteSink sink, CancellationToken cancellationToken)
    {
        long offset = 0;
        try
        {
            using SafeFileHandle handle = File.OpenHandle(file.SourcePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

            // One byte more than there should be is looked for, and none less.
            for (int read; offset <= file.Length && (read = RandomAccess.Read(handle, sink.Space, offset)) > 0; offset += read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sink.Advance(read);
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
