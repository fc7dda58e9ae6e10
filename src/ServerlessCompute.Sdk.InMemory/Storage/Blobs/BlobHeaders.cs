namespace ServerlessCompute;

/// <summary>The headers that a blob keeps for its readers. Most blobs share <see cref="Default"/>.</summary>
internal sealed record BlobHeaders
{
    public static BlobHeaders Default { get; } = new();

    public string ContentType { get; init; } = "application/octet-stream";

    public string? ContentEncoding { get; init; }

    public string? ContentLanguage { get; init; }

    public string? ContentDisposition { get; init; }

    public string? CacheControl { get; init; }
}
