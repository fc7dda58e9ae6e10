using System.Security.Cryptography;

namespace ServerlessCompute;

/// <summary>A file that is written from its beginning to its end, and hashed meanwhile.</summary>
/// <param name="file">The file; it stays open.</param>
/// <param name="item">What is written. Of a blob whose hash the storage does not keep the size alone is looked at.</param>
internal sealed class HashedFile(Stream file, DownloadItem item) : Stream
{
#pragma warning disable CA5351 // The storage keeps this hash and no other; it finds broken transfers, it does not authenticate them.
    private readonly IncrementalHash? _hash = item.Md5.IsEmpty ? null : IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position { get => file.Position; set => throw new NotSupportedException(); }

    /// <summary>Whether what was written is what the storage keeps.</summary>
    public bool IsComplete() => file.Length == item.Length && (_hash is null || _hash.GetCurrentHash().AsSpan().SequenceEqual(item.Md5.Span));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash?.AppendData(buffer);
        file.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _hash?.AppendData(buffer.Span);
        return file.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash?.Dispose();
        }

        base.Dispose(disposing);
    }
}
