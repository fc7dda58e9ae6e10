using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Looks headers up by name, ignoring case.</summary>
internal static class HeaderList
{
    public static bool TryGet(List<KeyValuePair<string, string>> headers, string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        foreach (KeyValuePair<string, string> header in headers)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = value is null ? header.Value : $"{value},{header.Value}";
            }
        }

        return value is not null;
    }

    public static bool TryGetAll(List<KeyValuePair<string, string>> headers, string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        List<string> found = [.. headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static h => h.Value)];
        values = found.Count > 0 ? found : null;
        return values is not null;
    }

    public static IEnumerable<HttpHeader> All(List<KeyValuePair<string, string>> headers) => headers.Select(static h => new HttpHeader(h.Key, h.Value));
}
