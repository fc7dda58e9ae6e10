using System.Globalization;

namespace ServerlessCompute;

/// <summary>Where in a document a part of a job stands: as far down as the document goes.</summary>
/// <param name="Keys">The keys that lead there.</param>
/// <param name="At">The place.</param>
internal readonly record struct DiagnosticPlace(IReadOnlyList<string> Keys, TreePlace At)
{
    private const string Component = "component";

    /// <summary>Members that documents call otherwise.</summary>
    private static readonly Dictionary<string, string> _named = new(StringComparer.Ordinal) { ["Steps"] = "jobs" };

    /// <param name="path">The part, as diagnostics name it: <c>Steps["train"].Inputs["data"]</c>.</param>
    /// <param name="root">The document.</param>
    /// <param name="reader">Reads the files that the document names.</param>
    public static DiagnosticPlace Find(string path, TreeMap root, TreeReader reader)
    {
        var keys = new List<string>();
        TreePlace place = root.Place;
        Tree at = root;
        foreach (string step in Steps(path))
        {
            if (step is ['[', .. var index, ']'] && at is TreeList list && int.TryParse(index, CultureInfo.InvariantCulture, out int i) && i < list.Items.Count)
            {
                at = list.Items[i];
                place = at.Place;
            }
            else if (Entry(at, step) is { } entry)
            {
                at = entry.Value;
                place = at is TreeScalar ? at.Place : entry.NamePlace;
            }
            else if (step == Component || step == "job")
            {
                // A job in the place of a step is its component at the same time.
                continue;
            }
            else
            {
                break;
            }

            keys.Add(step);
            if (step == Component && at is TreeScalar file && reader.IsFile(file) && reader.Follow(file) is { } followed)
            {
                at = followed;
            }
        }

        return new DiagnosticPlace(keys, place);
    }

    private static TreeEntry? Entry(Tree at, string name)
    {
        foreach (TreeEntry entry in (at as TreeMap)?.Entries ?? [])
        {
            if (entry.Name == name)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The steps of a path: members as documents spell them, keys as they are, items with their brackets.</summary>
    private static IEnumerable<string> Steps(string path)
    {
        for (int i = 0; i < path.Length;)
        {
            int end;
            if (path[i] == '.')
            {
                i++;
            }
            else if (path.AsSpan(i).StartsWith("[\"", StringComparison.Ordinal) && (end = path.IndexOf("\"]", i + 2, StringComparison.Ordinal)) > 0)
            {
                yield return path[(i + 2)..end];
                i = end + 2;
            }
            else if (path[i] == '[' && (end = path.IndexOf(']', i)) > 0)
            {
                yield return path[i..(end + 1)];
                i = end + 1;
            }
            else
            {
                end = path.AsSpan(i + 1).IndexOfAny('.', '[') is var length and >= 0 ? i + 1 + length : path.Length;
                string member = path[i..end];
                yield return _named.GetValueOrDefault(member) ?? MemberNames.Snake(char.ToLowerInvariant(member[0]) + member[1..]);
                i = end;
            }
        }
    }
}
