namespace ServerlessCompute;

/// <summary>The bytes of a blob that was committed from blocks, one after the other.</summary>
internal sealed class BlockListContent : BlobContent
{
    private readonly long[] _ends;

    public BlockListContent(IReadOnlyList<Block> blocks)
    {
        Blocks = blocks;
        _ends = new long[blocks.Count];
        for (int i = 0; i < blocks.Count; i++)
        {
            _ends[i] = (i == 0 ? 0 : _ends[i - 1]) + blocks[i].Content.Length;
        }
    }

    public IReadOnlyList<Block> Blocks { get; }

    public override long Length => _ends.Length == 0 ? 0 : _ends[^1];

    public override Stream OpenRead(long offset = 0)
    {
        var stream = new BlockListStream(this);
        stream.Position = offset;
        return stream;
    }

    /// <summary>Reads from one block: the one that holds the offset.</summary>
    /// <returns>How many bytes, 0 only at the end.</returns>
    public int ReadSome(long offset, Span<byte> buffer)
    {
        if (offset >= Length)
        {
            return 0;
        }

        // The first block that ends behind the offset; blocks may be empty.
        int index = Array.BinarySearch(_ends, offset + 1);
        index = index < 0 ? ~index : index;
        while (index > 0 && _ends[index - 1] > offset)
        {
            index--;
        }

        long start = index == 0 ? 0 : _ends[index - 1];
        int count = (int)Math.Min(buffer.Length, _ends[index] - offset);
        Blocks[index].Content.Read(offset - start, count).Span.CopyTo(buffer);
        return count;
    }
}
