namespace ServerlessCompute;

/// <summary>
/// What an append blob held at one moment. Later versions share its buffer and write only beyond its end, so a reader
/// keeps a stable view while the log grows. Only the newest version may be appended to; the container's lock sees to that.
/// </summary>
internal sealed class AppendedContent : BlobContent
{
    private readonly byte[] _buffer;
    private readonly int _length;

    private AppendedContent(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    public static AppendedContent Start { get; } = new([], 0);

    public override long Length => _length;

    public override bool IsInMemory => true;

    public AppendedContent Append(ReadOnlySpan<byte> bytes)
    {
        int length = checked(_length + bytes.Length);
        byte[] buffer = _buffer;
        if (length > buffer.Length)
        {
            // The first write gets what it needs: many runs write their log once.
            buffer = new byte[_length == 0 ? length : Math.Max(length, _length * 2)];
            _buffer.AsSpan(0, _length).CopyTo(buffer);
        }

        bytes.CopyTo(buffer.AsSpan(_length));
        return new AppendedContent(buffer, length);
    }

    /// <summary>The same bytes in the least room, when nothing will be appended any more.</summary>
    public BlobContent Pack() => PackedContent.TryPack(_buffer.AsSpan(0, _length)) ?? (BlobContent)Trim();

    private AppendedContent Trim() => _buffer.Length == _length ? this : new AppendedContent(_buffer[.._length], _length);

    public override Stream OpenRead(long offset = 0) => OpenMemory(_buffer.AsMemory(0, _length), offset);

    public override ReadOnlyMemory<byte> Read(long offset, int count)
    {
        int start = (int)Math.Min(offset, _length);
        return _buffer.AsMemory(start, Math.Min(count, _length - start));
    }
}
