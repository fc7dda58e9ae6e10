namespace ServerlessCompute;

/// <summary>Says of a name that a map of a written document may not have what was meant.</summary>
internal static class UnknownNames
{
    public static void Report<T>(TreeEntry entry, Shape<T> shape, TreeReader reader, bool isWarning = false)
        where T : JobPart => Report(entry, shape.NamesIn(reader.Dialect), reader, isWarning);

    /// <param name="entry">The name, with what it stands for.</param>
    /// <param name="known">The names that may stand there.</param>
    /// <param name="reader">Takes the problem.</param>
    /// <param name="isWarning">Whether what it stands for is sent all the same.</param>
    public static void Report(TreeEntry entry, IEnumerable<string> known, TreeReader reader, bool isWarning = false)
    {
        if (isWarning && entry.Name.StartsWith('$'))
        {
            return;
        }

        string[] names = [.. known.Distinct(StringComparer.Ordinal)];
        reader.Enter(entry.Name);
        Action<TreePlace, string, string> tell = isWarning ? reader.Warn : reader.Report;
        tell(
            entry.NamePlace,
            $"'{entry.Name}' is not known here.{Spelling.DidYouMean(entry.Name, names)}",
            names.Length == 0 ? "Leave it out." : $"Leave it out, or write one of {string.Join(", ", names.Order(StringComparer.Ordinal))}.");
        reader.Leave();
    }
}
