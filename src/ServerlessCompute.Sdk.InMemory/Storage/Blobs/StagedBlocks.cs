namespace ServerlessCompute;

/// <summary>Blocks of one blob that no block list has named yet, in the order in which they first came.</summary>
internal sealed class StagedBlocks
{
    private readonly List<Block> _blocks = [];

    public IReadOnlyList<Block> All => _blocks;

    public void Add(string id, BlobContent content)
    {
        int index = _blocks.FindIndex(b => string.Equals(b.Id, id, StringComparison.Ordinal));
        if (index >= 0)
        {
            _blocks[index] = new Block(id, content);
        }
        else
        {
            _blocks.Add(new Block(id, content));
        }
    }
}
