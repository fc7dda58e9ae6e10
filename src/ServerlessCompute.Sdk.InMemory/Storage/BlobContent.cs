namespace ServerlessCompute;

/// <summary>The bytes of a blob: in memory for what is small, in a file for what a local run wrote. Immutable once stored.</summary>
internal abstract class BlobContent
{
    public abstract long Length { get; }

    /// <summary>Opens the bytes from <paramref name="offset"/> to the end. The caller disposes the stream.</summary>
    public abstract Stream OpenRead(long offset = 0);

    public static BlobContent FromBytes(ReadOnlyMemory<byte> bytes) => new MemoryBlobContent(bytes);

    /// <summary>Bytes that stay in the file, which must not change any more.</summary>
    public static BlobContent FromFile(string path) => new FileBlobContent(path);

    private sealed class MemoryBlobContent(ReadOnlyMemory<byte> bytes) : BlobContent
    {
        public override long Length => bytes.Length;

        public override Stream OpenRead(long offset = 0)
        {
            ReadOnlyMemory<byte> rest = bytes[(int)Math.Min(offset, bytes.Length)..];
            return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(rest, out ArraySegment<byte> segment)
                ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
                : new MemoryStream(rest.ToArray(), writable: false);
        }
    }

    private sealed class FileBlobContent(string path) : BlobContent
    {
        public override long Length { get; } = new FileInfo(path).Length;

        public override Stream OpenRead(long offset = 0)
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(offset, SeekOrigin.Begin);
            return stream;
        }
    }
}
