namespace ServerlessCompute;

/// <summary>A blob at one moment. Each change makes a new one, so whoever holds it has content, length and tag that belong together.</summary>
internal sealed record Blob
{
    private readonly long _created;
    private readonly long _lastModified;

    public required string Name { get; init; }

    public required BlobContent Content { get; init; }

    public BlobKind Kind { get; init; }

    public BlobHeaders Headers { get; init; } = BlobHeaders.Default;

    /// <summary>The <c>x-ms-meta-…</c> names without their prefix, and their values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];

    /// <summary>The MD5 of the whole content where the service knows it: blobs that were put at once, or when the writer said it.</summary>
    public ReadOnlyMemory<byte> ContentMd5 { get; init; }

    /// <summary>How often something was appended.</summary>
    public int AppendedBlocks { get; init; }

    public DateTimeOffset Created
    {
        get => new(_created, TimeSpan.Zero);
        init => _created = value.UtcTicks;
    }

    public DateTimeOffset LastModified
    {
        get => new(_lastModified, TimeSpan.Zero);
        init => _lastModified = value.UtcTicks;
    }

    /// <summary>Grows with every change in the container, and follows the clock.</summary>
    public long Version { get; init; }

    /// <summary>The entity tag with its quotation marks.</summary>
    public string ETag => $"\"0x{Version:X}\"";
}
