using System.Globalization;

namespace ServerlessCompute;

/// <summary>Puts other values in the places that a document's keys lead to.</summary>
internal static class YamlOverrides
{
    public static TreeMap Apply(TreeMap root, ValueMap<RawJson> overrides, TreePlace start, Action<TreePlace, string, string> report)
    {
        Tree tree = root;
        foreach ((string path, RawJson value) in overrides)
        {
            TreePlace place = start with { File = path, Line = 0, Column = 0 };
            string[] steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
            if (steps.Length == 0)
            {
                report(place, "The override names nothing.", "Name a key, as in resources.instance_count.");
                continue;
            }

            tree = Set(tree, steps, At(TreeJson.Read(value), place), place, report);
        }

        return (TreeMap)tree;
    }

    private static Tree Set(Tree? tree, ReadOnlySpan<string> steps, Tree value, TreePlace place, Action<TreePlace, string, string> report)
    {
        if (steps.IsEmpty)
        {
            return value;
        }

        switch (tree)
        {
            case TreeMap or null or TreeScalar { IsNull: true }:
                var map = tree as TreeMap ?? new TreeMap([], place);
                return With(map, steps[0], Set(map.Get(steps[0]), steps[1..], value, place, report), place);
            case TreeList list when int.TryParse(steps[0].Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Items.Count:
                return new TreeList([.. list.Items.Take(index), Set(list.Items[index], steps[1..], value, place, report), .. list.Items.Skip(index + 1)], list.Place);
            default:
                report(place, $"There is no '{steps[0]}' in {tree.Describe()}, which the file has there.", "Override the whole, or write it as a map in the file.");
                return tree;
        }
    }

    /// <summary>The map with the entry in its own place, or at the end.</summary>
    private static TreeMap With(TreeMap map, string name, Tree value, TreePlace place)
    {
        var entries = new List<TreeEntry>(map.Entries);
        int at = entries.FindIndex(entry => entry.Name == name);
        if (at >= 0)
        {
            entries[at] = entries[at] with { Value = value };
        }
        else
        {
            entries.Add(new TreeEntry(name, value, place));
        }

        return new TreeMap(entries, map.Place);
    }

    /// <summary>The tree with a place, so that what is wrong with it is said of the override.</summary>
    private static Tree At(Tree tree, TreePlace place) => tree switch
    {
        TreeMap map => new TreeMap([.. map.Entries.Select(entry => new TreeEntry(entry.Name, At(entry.Value, place), place))], place),
        TreeList list => new TreeList([.. list.Items.Select(item => At(item, place))], place),
        var scalar => new TreeScalar(((TreeScalar)scalar).Kind, ((TreeScalar)scalar).Text, place),
    };
}
