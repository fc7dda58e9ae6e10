using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>A map of a tree, in the order in which it was written; a name stands in it once.</summary>
internal sealed class TreeMap(IReadOnlyList<TreeEntry> entries, TreePlace place = default) : Tree(place)
{
    private const int FewEntries = 12;

    private Dictionary<string, Tree>? _index;

    public static TreeMap Empty { get; } = new([]);

    public IReadOnlyList<TreeEntry> Entries { get; } = entries;

    public bool TryGet(string name, [MaybeNullWhen(false)] out Tree value)
    {
        if (Entries.Count > FewEntries)
        {
            _index ??= Entries.ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
            return _index.TryGetValue(name, out value);
        }

        foreach (TreeEntry entry in Entries)
        {
            if (entry.Name == name)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>The value of that name; null when there is none.</summary>
    public Tree? Get(string name) => TryGet(name, out Tree? value) ? value : null;

    /// <summary>The text of that name; null when there is none, or when it is no text.</summary>
    public string? Text(string name) => Get(name) is TreeScalar { Kind: ScalarKind.Text } scalar ? scalar.Text : null;

    /// <summary>This map with one entry added or replaced.</summary>
    public TreeMap With(string name, Tree value)
    {
        var with = new List<TreeEntry>(Entries.Count + 1);
        with.AddRange(Entries.Where(entry => entry.Name != name));
        with.Add(new TreeEntry(name, value));
        return new TreeMap(with, Place);
    }

    /// <summary>This map without these names.</summary>
    public TreeMap Without(params ReadOnlySpan<string> names)
    {
        var others = new List<TreeEntry>(Entries.Count);
        foreach (TreeEntry entry in Entries)
        {
            if (!names.Contains(entry.Name))
            {
                others.Add(entry);
            }
        }

        return others.Count == Entries.Count ? this : new TreeMap(others, Place);
    }

    public override string Describe() => "a map";
}
