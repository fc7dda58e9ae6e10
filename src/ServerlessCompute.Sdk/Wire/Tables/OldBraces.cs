using System.Text;

namespace ServerlessCompute;

/// <summary>References as commands had them before: <c>{inputs.name}</c>.</summary>
internal static class OldBraces
{
    private static readonly string[] _references = ["inputs.", "outputs.", "search_space."];

    /// <summary>The text with two braces and a dollar in their places; null when there are none.</summary>
    public static string? Replace(string text)
    {
        StringBuilder? replaced = null;
        int copied = 0;
        for (int at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            int end = text.IndexOf('}', at);
            bool isSingle = (at == 0 || text[at - 1] != '{') && end > 0 && (end + 1 == text.Length || text[end + 1] != '}');
            if (isSingle && Array.Exists(_references, reference => string.CompareOrdinal(text, at + 1, reference, 0, reference.Length) == 0))
            {
                (replaced ??= new StringBuilder()).Append(text, copied, at - copied).Append("${{").Append(text, at + 1, end - at - 1).Append("}}");
                copied = end + 1;
            }
        }

        return replaced?.Append(text, copied, text.Length - copied).ToString();
    }
}
