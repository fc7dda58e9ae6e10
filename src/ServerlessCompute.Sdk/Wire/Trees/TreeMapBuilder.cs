namespace ServerlessCompute;

/// <summary>Collects the entries of a map, each name once.</summary>
internal sealed class TreeMapBuilder
{
    private const int FewEntries = 12;

    private readonly List<TreeEntry> _entries = [];
    private HashSet<string>? _names;

    public IReadOnlyList<TreeEntry> Entries => _entries;

    /// <summary>Adds an entry; false when its name is there already.</summary>
    public bool TryAdd(TreeEntry entry)
    {
        bool isNew = IsNew(entry.Name);
        if (isNew)
        {
            _entries.Add(entry);
        }

        return isNew;
    }

    public TreeMap ToMap(TreePlace place) => new(_entries, place);

    private bool IsNew(string name)
    {
        if (_entries.Count > FewEntries)
        {
            _names ??= new HashSet<string>(_entries.Select(entry => entry.Name), StringComparer.Ordinal);
            return _names.Add(name);
        }

        foreach (TreeEntry entry in _entries)
        {
            if (entry.Name == name)
            {
                return false;
            }
        }

        return true;
    }
}
