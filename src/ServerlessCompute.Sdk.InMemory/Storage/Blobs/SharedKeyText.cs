using System.Globalization;

namespace ServerlessCompute;

/// <summary>The text that a client signs with the account's key (the storage service's documented SharedKey scheme, 2015-02-21 on).</summary>
internal static class SharedKeyText
{
    private static readonly string[] Standard =
    [
        "Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date",
        "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range",
    ];

    public static string Of(BlobCall call)
    {
        var lines = new List<string> { call.Method };
        foreach (string name in Standard)
        {
            // Transports add the length after the client has signed, so it is taken from the body.
            lines.Add(name is not "Content-Length" ? call.Header(name) ?? ""
                : call.Body.IsEmpty ? ""
                : call.Body.Length.ToString(CultureInfo.InvariantCulture));
        }

        lines.AddRange(call.Headers
            .Select(static h => new KeyValuePair<string, string>(h.Key.ToLowerInvariant(), h.Value.Trim()))
            .Where(static h => h.Key.StartsWith("x-ms-", StringComparison.Ordinal))
            .OrderBy(static h => h.Key, StringComparer.Ordinal)
            .Select(static h => $"{h.Key}:{h.Value}"));
        lines.Add($"/{call.Account}{call.Uri.AbsolutePath}");
        lines.AddRange(call.Query.All
            .GroupBy(static p => p.Key.ToLowerInvariant(), static p => p.Value, StringComparer.Ordinal)
            .OrderBy(static g => g.Key, StringComparer.Ordinal)
            .Select(static g => $"{g.Key}:{string.Join(',', g.Order(StringComparer.Ordinal))}"));
        return string.Join('\n', lines);
    }
}
