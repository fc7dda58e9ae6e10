namespace ServerlessCompute;

/// <summary>A list of a tree.</summary>
internal sealed class TreeList(IReadOnlyList<Tree> items, TreePlace place = default) : Tree(place)
{
    public IReadOnlyList<Tree> Items { get; } = items;

    public override string Describe() => "a list";
}
