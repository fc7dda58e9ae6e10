namespace ServerlessCompute;

/// <summary>What a conda file says: maps, sequences, scalars. Immutable.</summary>
internal abstract record YamlTree
{
    /// <summary>A map; of two entries with one key the later counts.</summary>
    public sealed record Map(IReadOnlyDictionary<string, YamlTree> Entries) : YamlTree;

    public sealed record Sequence(IReadOnlyList<YamlTree> Items) : YamlTree;

    /// <summary>A text, or, when it is none, a number, truth value or null in the spelling in which it is written.</summary>
    public sealed record Scalar(string Text, bool IsText) : YamlTree;
}
