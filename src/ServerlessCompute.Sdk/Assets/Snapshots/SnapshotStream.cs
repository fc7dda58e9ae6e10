namespace ServerlessCompute;

/// <summary>
/// Reads a file of a snapshot and gives out its last bytes only when the file is still what the snapshot saw, so that an upload of
/// anything else is never complete.
/// </summary>
internal sealed class SnapshotStream : Stream
{
    private readonly SnapshotFile _file;
    private readonly FileStream _content;

    /// <exception cref="JobAssetException">The file cannot be read, or is not what the snapshot saw.</exception>
    public SnapshotStream(SnapshotFile file)
    {
        _file = file;
        try
        {
            _content = new FileStream(file.SourcePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JobAssetException.Unreadable(file.SourcePath, e);
        }

        if (!IsUnchanged())
        {
            _content.Dispose();
            throw JobAssetException.Changed(file.SourcePath);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _content.Position;
        set => _content.Position = value;
    }

    /// <exception cref="JobAssetException">The file cannot be read, or changed since the snapshot was taken.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Checked(await _content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (IOException e)
        {
            throw JobAssetException.Unreadable(_file.SourcePath, e);
        }
    }

    /// <exception cref="JobAssetException">The file cannot be read, or changed since the snapshot was taken.</exception>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <exception cref="JobAssetException">The file cannot be read, or changed since the snapshot was taken.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Checked(_content.Read(buffer, offset, count), count);
        }
        catch (IOException e)
        {
            throw JobAssetException.Unreadable(_file.SourcePath, e);
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => _content.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Checked(int read, int wanted)
    {
        bool isEnd = _content.Position >= _file.Length || (read == 0 && wanted > 0);
        return !isEnd || (_content.Position == _file.Length && IsUnchanged()) ? read : throw JobAssetException.Changed(_file.SourcePath);
    }

    private bool IsUnchanged() => _content.Length == _file.Length && File.GetLastWriteTimeUtc(_content.SafeFileHandle) == _file.LastWrite;
}
