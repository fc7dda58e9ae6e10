namespace ServerlessCompute;

/// <summary>The address of a list's next page: the same address with another <c>$skipToken</c>, as recorded.</summary>
internal static class PageLink
{
    public static string Next(Uri uri, int token) => Next(uri, "$skip", "$skipToken", token);

    /// <summary>The same with another member of the query than <c>$skipToken</c>.</summary>
    public static string Next(Uri uri, string member, int token) => Next(uri, member, member, token);

    private static string Next(Uri uri, string replaced, string member, int token)
    {
        string encoded = "%24" + replaced[1..];
        IEnumerable<string> kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(m => !m.StartsWith(replaced, StringComparison.OrdinalIgnoreCase) && !m.StartsWith(encoded, StringComparison.OrdinalIgnoreCase))
            .Append($"{member}={token}");
        return $"https://{uri.Authority}{uri.AbsolutePath}?{string.Join('&', kept)}";
    }
}
