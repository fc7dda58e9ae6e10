namespace ServerlessCompute;

/// <summary>A line of a block list that a client commits.</summary>
/// <param name="Kind"><c>Committed</c>, <c>Uncommitted</c> or <c>Latest</c>: the uncommitted one when there is one.</param>
/// <param name="Id">The block's id.</param>
internal sealed record BlockReference(string Kind, string Id)
{
    public Block? Find(IReadOnlyList<Block> committed, IReadOnlyList<Block> staged) => Kind switch
    {
        "Committed" => In(committed),
        "Uncommitted" => In(staged),
        _ => In(staged) ?? In(committed),
    };

    private Block? In(IReadOnlyList<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (string.Equals(block.Id, Id, StringComparison.Ordinal))
            {
                return block;
            }
        }

        return null;
    }
}
