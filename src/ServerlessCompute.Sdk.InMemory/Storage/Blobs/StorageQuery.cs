namespace ServerlessCompute;

/// <summary>The parameters of a query, unescaped, with names that compare without case.</summary>
internal sealed class StorageQuery
{
    private readonly List<KeyValuePair<string, string>> _parameters = [];

    private StorageQuery()
    {
    }

    public IReadOnlyList<KeyValuePair<string, string>> All => _parameters;

    /// <summary>The first parameter of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string key, string value) in _parameters)
            {
                if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Reads a query with or without its question mark.</summary>
    public static StorageQuery Parse(string query)
    {
        var parsed = new StorageQuery();
        foreach (string part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? part : part[..equals];
            string value = equals < 0 ? "" : part[(equals + 1)..];
            parsed._parameters.Add(new(Unescape(name), Unescape(value)));
        }

        return parsed;
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
