namespace ServerlessCompute;

/// <summary>A stream that goes one way only, as what comes from a socket does: a pipeline that is to buffer answers buffers only such. Owns the other stream.</summary>
internal sealed class OneWayStream(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The stream goes one way only.");

    public override long Position
    {
        get => throw new NotSupportedException("The stream goes one way only.");
        set => throw new NotSupportedException("The stream goes one way only.");
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream goes one way only.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("The stream is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is only read.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
