using System.Runtime.InteropServices;

namespace ServerlessCompute;

/// <summary>The bytes of a blob: in memory for what is small, in a file for what a local run wrote. Immutable once stored.</summary>
internal abstract class BlobContent
{
    public static BlobContent Empty { get; } = new MemoryBlobContent(default);

    public abstract long Length { get; }

    /// <summary>Whether <see cref="Read"/> costs nothing.</summary>
    public virtual bool IsInMemory => false;

    /// <summary>Opens the bytes from <paramref name="offset"/> to the end. The caller disposes the stream.</summary>
    public abstract Stream OpenRead(long offset = 0);

    /// <summary>Up to <paramref name="count"/> bytes from <paramref name="offset"/>; memory is handed out without a copy.</summary>
    public virtual ReadOnlyMemory<byte> Read(long offset, int count)
    {
        byte[] bytes = new byte[(int)Math.Clamp(Length - offset, 0, count)];
        using Stream stream = OpenRead(offset);
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Keeps the memory itself: nobody may write to it any more.</summary>
    public static BlobContent FromBytes(ReadOnlyMemory<byte> bytes) => new MemoryBlobContent(bytes);

    /// <summary>Bytes that stay in the file, which must not change any more.</summary>
    public static BlobContent FromFile(string path) => new FileBlobContent(path, new FileInfo(path).Length);

    private protected static Stream OpenMemory(ReadOnlyMemory<byte> bytes, long offset)
    {
        ReadOnlyMemory<byte> rest = bytes[(int)Math.Min(offset, bytes.Length)..];
        return MemoryMarshal.TryGetArray(rest, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(rest.ToArray(), writable: false);
    }

    private sealed class MemoryBlobContent(ReadOnlyMemory<byte> bytes) : BlobContent
    {
        public override long Length => bytes.Length;

        public override bool IsInMemory => true;

        public override Stream OpenRead(long offset = 0) => OpenMemory(bytes, offset);

        public override ReadOnlyMemory<byte> Read(long offset, int count) =>
            bytes.Slice((int)Math.Min(offset, bytes.Length), (int)Math.Clamp(bytes.Length - offset, 0, count));
    }

    private sealed class FileBlobContent(string path, long length) : BlobContent
    {
        public override long Length => length;

        public override Stream OpenRead(long offset = 0)
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(offset, SeekOrigin.Begin);
            return stream;
        }
    }
}
