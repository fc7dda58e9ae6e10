namespace ServerlessCompute;

/// <summary>
/// Makes broken YAML from sound files: bytes are changed without regard to what they mean, nodes are changed so that the YAML stays YAML and
/// says something else. The same random numbers make the same file.
/// </summary>
internal sealed class YamlMutator(IReadOnlyList<byte[]> files)
{
    private readonly TreeMutations _trees = new(files);
    private readonly ByteMutations _bytes = new(files);

    /// <summary>A file with some changes.</summary>
    public byte[] Mutate(byte[] file, Random random)
    {
        byte[] mutated = file;
        for (int changes = 1 + random.Next(4); changes > 0; changes--)
        {
            mutated = random.Next(2) == 0 ? _trees.Mutate(mutated, random) ?? _bytes.Mutate(mutated, random) : _bytes.Mutate(mutated, random);
        }

        return mutated;
    }
}
