namespace ServerlessCompute;

/// <summary>Finds what somebody meant who wrote a name slightly wrong.</summary>
internal static class Spelling
{
    // Long names and long lists are not worth the time: a suggestion is a courtesy.
    private const int LongestName = 64;
    private const int LongestList = 256;

    /// <summary>A sentence with the nearest name, to be put behind another; empty when none is near.</summary>
    public static string DidYouMean(string name, IEnumerable<string> known) =>
        Nearest(name, known) is { } nearest ? $" Did you mean {Shown.Value(nearest)}?" : "";

    /// <summary>The known name with the fewest edits, ignoring case; null when more than a third of the name would have to change.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        string? nearest = null;
        int fewest = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in known.Take(LongestList))
        {
            if (Math.Abs(candidate.Length - name.Length) < fewest && Distance(name, candidate) is int distance && distance < fewest)
            {
                (nearest, fewest) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>Edits (insert, delete, replace, swap neighbours) that make one text the other, ignoring case.</summary>
    public static int Distance(string left, string right)
    {
        int width = right.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        Span<int> twoAbove = rows[..width];
        Span<int> above = rows[width..(2 * width)];
        Span<int> row = rows[(2 * width)..];
        for (int j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = above[j - 1] + (AreSame(left[i - 1], right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && AreSame(left[i - 1], right[j - 2]) && AreSame(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                }
            }

            Span<int> free = twoAbove;
            twoAbove = above;
            above = row;
            row = free;
        }

        return above[right.Length];
    }

    private static bool AreSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
