using System.IO.Compression;

namespace ServerlessCompute;

/// <summary>
/// The bytes of a log that is over, compressed: lines of a log are much alike, and a million jobs have a million logs. Whoever reads it gets
/// the bytes unpacked; few are read twice.
/// </summary>
internal sealed class PackedContent : BlobContent
{
    /// <summary>Shorter ones gain nothing.</summary>
    private const int Shortest = 128;

    /// <summary>Longer ones are read in pieces, again and again while somebody watches: they stay as they are.</summary>
    private const int Longest = 16 * 1024;

    // The quickest that makes something of short texts.
    private const int Quality = 1;
    private const int Window = 14;

    private readonly byte[] _packed;
    private readonly int _length;

    private PackedContent(byte[] packed, int length) => (_packed, _length) = (packed, length);

    public override long Length => _length;

    public override bool IsInMemory => true;

    /// <summary>The bytes packed, or null where that gains nothing.</summary>
    public static PackedContent? TryPack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is < Shortest or > Longest)
        {
            return null;
        }

        Span<byte> room = stackalloc byte[Longest];
        room = room[..(bytes.Length * 3 / 4)];
        return BrotliEncoder.TryCompress(bytes, room, out int written, Quality, Window) ? new PackedContent(room[..written].ToArray(), bytes.Length) : null;
    }

    public override Stream OpenRead(long offset = 0) => OpenMemory(Unpack(), offset);

    public override ReadOnlyMemory<byte> Read(long offset, int count)
    {
        int start = (int)Math.Min(offset, _length);
        return Unpack().AsMemory(start, Math.Min(count, _length - start));
    }

    private byte[] Unpack()
    {
        var bytes = new byte[_length];
        return BrotliDecoder.TryDecompress(_packed, bytes, out int written) && written == _length
            ? bytes
            : throw new InvalidOperationException("A packed log cannot be read any more.");
    }
}
