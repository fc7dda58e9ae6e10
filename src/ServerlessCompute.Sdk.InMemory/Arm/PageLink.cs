namespace ServerlessCompute;

/// <summary>The address of a list's next page: the same address with another <c>$skipToken</c>, as recorded.</summary>
internal static class PageLink
{
    public static string Next(Uri uri, int token)
    {
        IEnumerable<string> kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(static m => !m.StartsWith("$skip", StringComparison.OrdinalIgnoreCase) && !m.StartsWith("%24skip", StringComparison.OrdinalIgnoreCase));
        return $"https://{uri.Authority}{uri.AbsolutePath}?{string.Join('&', kept)}&$skipToken={token}";
    }
}
