namespace ServerlessCompute;

/// <summary>Collects the entries of a map. What is merged into it stands first and gives way to the map's own entries, as in PyYAML.</summary>
internal sealed class MergingMap(Action<TreePlace, string, string> report)
{
    private readonly TreeMapBuilder _own = new();
    private readonly List<TreeMap> _merged = [];

    public void Add(TreeEntry entry)
    {
        if (!_own.TryAdd(entry))
        {
            report(entry.NamePlace, $"'{entry.Name}' stands here twice.", "Take one of the two out.");
        }
    }

    public void Merge(Tree value, TreePlace place)
    {
        Tree[] maps = value is TreeList list ? [.. list.Items.Reverse()] : [value];
        if (Array.TrueForAll(maps, map => map is TreeMap))
        {
            _merged.AddRange(maps.Cast<TreeMap>());
        }
        else
        {
            report(place, $"What is merged has to be a map or a list of maps, not {Array.Find(maps, map => map is not TreeMap)!.Describe()}.", "Name the anchor of a map behind '<<:'.");
        }
    }

    public TreeMap ToMap(TreePlace place)
    {
        if (_merged.Count == 0)
        {
            return _own.ToMap(place);
        }

        var all = new OrderedDictionary<string, TreeEntry>(StringComparer.Ordinal);
        foreach (TreeEntry entry in _merged.SelectMany(map => map.Entries).Concat(_own.Entries))
        {
            all[entry.Name] = entry;
        }

        return new TreeMap([.. all.Values], place);
    }
}
