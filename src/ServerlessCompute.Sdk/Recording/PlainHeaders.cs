using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Looks headers up in a list of them.</summary>
internal static class PlainHeaders
{
    public static bool TryGet(IEnumerable<KeyValuePair<string, string>> headers, string name, [NotNullWhen(true)] out string? value)
    {
        value = TryGetAll(headers, name, out IEnumerable<string>? values) ? string.Join(",", values) : null;
        return value is not null;
    }

    public static bool TryGetAll(IEnumerable<KeyValuePair<string, string>> headers, string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        string[] found = [.. headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
        values = found.Length == 0 ? null : found;
        return values is not null;
    }

    public static IEnumerable<HttpHeader> All(IEnumerable<KeyValuePair<string, string>> headers) => headers.Select(header => new HttpHeader(header.Key, header.Value));
}
