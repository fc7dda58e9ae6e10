namespace ServerlessCompute;

/// <summary>A request's line and headers, as they came over the loopback.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path, still percent-encoded.</param>
/// <param name="Query">The query with its question mark, or empty.</param>
/// <param name="KeepAlive">Whether the client wants to send another request afterwards.</param>
/// <param name="Headers">The headers by name, ignoring case.</param>
internal sealed record LoopbackRequest(string Method, string Path, string Query, bool KeepAlive, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body's length, -1 for a chunked one.</summary>
    public long BodyLength { get; init; }

    public bool ExpectsContinue => Headers.TryGetValue("Expect", out string? expect) && expect.Equals("100-continue", StringComparison.OrdinalIgnoreCase);

    /// <summary>The bearer token, or empty.</summary>
    public string Token => Headers.TryGetValue("Authorization", out string? value) && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[7..].Trim() : "";
}
