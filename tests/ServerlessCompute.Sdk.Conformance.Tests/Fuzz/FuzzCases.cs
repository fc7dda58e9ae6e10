namespace ServerlessCompute;

/// <summary>Broken files by number, made from those of the small corpus, and of the large one where it is.</summary>
internal sealed class FuzzCases
{
    private readonly CorpusFile[] _files = [.. SmallCorpus.Files, .. SharedMaterial.Find("corpus") is null ? [] : LargeCorpus.Files];
    private readonly byte[][] _contents;
    private readonly YamlMutator _mutator;

    public FuzzCases()
    {
        _contents = [.. _files.Select(file => File.ReadAllBytes(file.Path))];
        _mutator = new YamlMutator(_contents);
    }

    /// <summary>A file, and what is left of it in this case.</summary>
    public (CorpusFile File, byte[] Broken) Make(int number)
    {
        var random = new Random(number);
        int chosen = random.Next(_files.Length);
        return (_files[chosen], _mutator.Mutate(_contents[chosen], random));
    }
}
