namespace ServerlessCompute;

/// <summary>Names a hole by its C# expression.</summary>
internal static class HoleName
{
    /// <summary>The identifier that the expression ends with, without <c>@</c> and <c>!</c>; null when it ends with none (<c>inputs[0]</c>, <c>Make()</c>).</summary>
    public static string? Of(string expression)
    {
        ReadOnlySpan<char> text = expression.AsSpan().Trim();
        while (text is ['(', .., ')'] or [.., '!'])
        {
            text = text is [.. var before, '!'] ? before.Trim() : text[1..^1].Trim();
        }

        int start = text.Length;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
        {
            start--;
        }

        ReadOnlySpan<char> identifier = text[start..];
        return identifier.IsEmpty || char.IsDigit(identifier[0]) ? null : identifier.ToString();
    }
}
