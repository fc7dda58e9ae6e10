using System.Text;

namespace ServerlessCompute;

/// <summary>Rows of text under a head, the columns as wide as they need to be.</summary>
internal static class TextTable
{
    /// <summary>The table, a line for each row, without spaces at the lines' ends.</summary>
    /// <param name="head">The columns' names; one that begins with <c>&lt;</c> is written to the left, the others to the right.</param>
    /// <param name="rows">The cells.</param>
    public static string Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        bool[] isLeft = [.. head.Select(static name => name.StartsWith('<'))];
        IReadOnlyList<string>[] all = [[.. head.Select(static name => name.TrimStart('<'))], .. rows];
        int[] widths = [.. head.Select((_, column) => all.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (IReadOnlyList<string> row in all)
        {
            string line = string.Join("  ", row.Select((cell, column) => isLeft[column] ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));
            text.AppendLine(line.TrimEnd());
        }

        return text.ToString();
    }
}
