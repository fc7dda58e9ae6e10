namespace ServerlessCompute;

/// <summary>Puts trees into each other.</summary>
internal static class TreeMerge
{
    /// <summary>A map with what is to be another: maps within it are merged, everything else is replaced.</summary>
    public static TreeMap Merge(TreeMap map, TreeMap changes)
    {
        TreeMap merged = map;
        foreach (TreeEntry change in changes.Entries)
        {
            merged = merged.With(change.Name, change.Value is TreeMap inner && merged.Get(change.Name) is TreeMap there ? Merge(there, inner) : change.Value);
        }

        return merged;
    }

    /// <summary>The tree as if its document's relative paths started at another folder.</summary>
    public static T At<T>(T tree, string? folder)
        where T : Tree => (T)(tree switch
        {
            TreeMap map => new TreeMap([.. map.Entries.Select(entry => entry with { Value = At(entry.Value, folder) })], map.Place with { Folder = folder }),
            TreeList list => new TreeList([.. list.Items.Select(item => At(item, folder))], list.Place with { Folder = folder }),
            TreeScalar scalar => new TreeScalar(scalar.Kind, scalar.Text, scalar.Place with { Folder = folder }),
            _ => (Tree)tree,
        });
}
