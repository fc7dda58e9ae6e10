namespace ServerlessCompute;

/// <summary>A request as it comes through any door: the in-memory transport, the loopback listener of local runs, later the emulator.</summary>
internal sealed class EngineRequest
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;

    public EngineRequest(string method, Uri uri, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Uri = uri;
        Body = body;
        _headers = headers;
    }

    /// <summary>The verb in capitals.</summary>
    public string Method { get; }

    public Uri Uri { get; }

    /// <summary>The body. A stored blob keeps this memory, so nobody writes to it once the request was made.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The first header of that name, ignoring case, or null.</summary>
    public string? Header(string name)
    {
        foreach (KeyValuePair<string, string> header in _headers)
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }

    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;
}
