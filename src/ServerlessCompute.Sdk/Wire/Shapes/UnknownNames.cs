namespace ServerlessCompute;

/// <summary>Says of a name that a map of a written document may not have what was meant.</summary>
internal static class UnknownNames
{
    public static void Report<T>(TreeEntry entry, Shape<T> shape, TreeReader reader)
        where T : JobPart => Report(entry, shape.NamesIn(reader.Dialect), reader);

    public static void Report(TreeEntry entry, IEnumerable<string> known, TreeReader reader)
    {
        string[] names = [.. known.Distinct(StringComparer.Ordinal)];
        reader.Enter(entry.Name);
        reader.Report(
            entry.NamePlace,
            $"'{entry.Name}' is not known here.{Spelling.DidYouMean(entry.Name, names)}",
            names.Length == 0 ? "Leave it out." : $"Leave it out, or write one of {string.Join(", ", names.Order(StringComparer.Ordinal))}.");
        reader.Leave();
    }
}
