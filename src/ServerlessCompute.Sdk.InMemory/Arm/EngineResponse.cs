namespace ServerlessCompute;

/// <summary>An answer as it goes out through any door. The body is bytes, or for large blobs a stream that the door reads once.</summary>
internal sealed class EngineResponse
{
    public EngineResponse(int status, ReadOnlyMemory<byte> body = default, string? contentType = null)
    {
        Status = status;
        Body = body;
        if (contentType is not null)
        {
            Headers.Add(new("Content-Type", contentType));
        }
    }

    public int Status { get; }

    public List<KeyValuePair<string, string>> Headers { get; } = new(12);

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Set instead of <see cref="Body"/> when the content lives in a file; the reader disposes it.</summary>
    public Stream? BodyStream { get; init; }

    public EngineResponse With(string header, string value)
    {
        Headers.Add(new(header, value));
        return this;
    }
}
