using System.Buffers;

namespace ServerlessCompute;

/// <summary>Everything that a job says, by path, so that two can be laid beside each other.</summary>
internal static class JobLeaves
{
    private const string NameKey = "name";

    /// <summary>The values of a job, as they are in YAML; those of a kind without YAML as they are in REST. Its name is none of them, and secrets are stars.</summary>
    public static IReadOnlyList<(string Path, string Value)> Of(Job job)
    {
        Job shown = job.Visit(new SecretMask());
        var leaves = new List<(string, string)>();
        Add(leaves, "", JobTables.Of(shown) is { } table ? ((TreeMap)table.Write(shown, Dialect.Yaml)).Without(NameKey) : Rest(shown));
        return leaves;
    }

    /// <summary>What differs, in the order of the first and then of the second.</summary>
    public static ValueList<JobDifference> Differences(IReadOnlyList<(string Path, string Value)> first, IReadOnlyList<(string Path, string Value)> second)
    {
        Dictionary<string, string> left = first.ToDictionary(leaf => leaf.Path, leaf => leaf.Value, StringComparer.Ordinal);
        Dictionary<string, string> right = second.ToDictionary(leaf => leaf.Path, leaf => leaf.Value, StringComparer.Ordinal);
        return
        [
            .. from path in first.Select(leaf => leaf.Path).Union(second.Select(leaf => leaf.Path), StringComparer.Ordinal)
               let difference = new JobDifference(path, left.GetValueOrDefault(path), right.GetValueOrDefault(path))
               where difference.First != difference.Second
               select difference,
        ];
    }

    private static Tree Rest(Job job)
    {
        var body = new ArrayBufferWriter<byte>();
        JobWire.Write(body, job);
        return TreeJson.Read(RawJson.Parse(System.Text.Encoding.UTF8.GetString(body.WrittenSpan)));
    }

    private static void Add(List<(string, string)> leaves, string path, Tree tree)
    {
        switch (tree)
        {
            case TreeMap { Entries.Count: > 0 } map:
                foreach (TreeEntry entry in map.Entries)
                {
                    Add(leaves, path.Length == 0 ? entry.Name : $"{path}.{entry.Name}", entry.Value);
                }

                break;
            case TreeList list:
                for (int i = 0; i < list.Items.Count; i++)
                {
                    Add(leaves, $"{path}[{i}]", list.Items[i]);
                }

                break;
            case TreeScalar scalar:
                leaves.Add((path, scalar.Text));
                break;
        }
    }
}
