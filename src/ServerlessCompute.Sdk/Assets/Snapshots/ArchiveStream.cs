namespace ServerlessCompute;

/// <summary>Reads a <see cref="ZippedFolder"/> from its beginning to its end.</summary>
internal sealed class ArchiveStream(ZippedFolder archive) : Stream
{
    private IEnumerator<Stream>? _pieces;
    private Stream? _current;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="JobAssetException">A file cannot be read, or changed since the archive was planned.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0 && Current() is { } current)
        {
            int read = await current.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0)
            {
                return read;
            }

            await current.DisposeAsync().ConfigureAwait(false);
            _current = null;
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (count > 0 && Current() is { } current)
        {
            int read = current.Read(buffer, offset, count);
            if (read > 0)
            {
                return read;
            }

            current.Dispose();
            _current = null;
        }

        return 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _current?.Dispose();
            _pieces?.Dispose();
        }

        base.Dispose(disposing);
    }

    private Stream? Current()
    {
        if (_current is null)
        {
            _pieces ??= Pieces().GetEnumerator();
            _current = _pieces.MoveNext() ? _pieces.Current : null;
        }

        return _current;
    }

    private IEnumerable<Stream> Pieces()
    {
        foreach (ZipPart part in archive.Parts)
        {
            yield return new MemoryStream(part.Bytes.ToArray(), writable: false);
            if (part.File is { } file)
            {
                yield return file.OpenRead();
            }
        }
    }
}
