namespace ServerlessCompute;

/// <summary>Patterns of LIKE: <c>%</c> stands for any text, <c>_</c> for one character.</summary>
internal static class MlflowPattern
{
    /// <summary>Whether the whole text matches. Takes time proportional to the two lengths multiplied, whatever the pattern.</summary>
    public static bool Matches(string pattern, string text, bool ignoreCase)
    {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && (pattern[p] == '_' || Same(pattern[p], text[t], ignoreCase)))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                // Let the last % take one character more.
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('%').IsEmpty;
    }

    private static bool Same(char a, char b, bool ignoreCase) => a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
