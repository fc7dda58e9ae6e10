using System.Globalization;

namespace ServerlessCompute;

/// <summary>What can be read of a blob: its content or a range of it, its properties, metadata and block list.</summary>
internal sealed class BlobReads(BlobContainer container, SasPermissions may)
{
    // Up to here a range of a file is read at once; more is handed to the door as a stream.
    private const int ReadAtOnce = 1 << 16;

    // The service hashes a range for whoever asks, up to 4 MiB.
    private const int LongestHashed = 4 << 20;

    public EngineResponse Handle(BlobCall call, string name)
    {
        if (!may.HasFlag(SasPermissions.Read))
        {
            throw BlobException.PermissionMismatch();
        }

        if (call is { Component: "blocklist", Method: "GET" })
        {
            return BlockList(call, name);
        }

        Blob blob = container.TryGet(name) ?? throw BlobException.BlobNotFound();
        new BlobConditions(call).CheckRead(blob);
        return call.Component switch
        {
            "" => call.Method is "HEAD" ? Describe(new EngineResponse(200), blob, blob.Content.Length) : Content(call, blob),
            "metadata" => Metadata(new EngineResponse(200).With("ETag", blob.ETag).With("Last-Modified", Date(blob.LastModified)).With("Content-Length", "0"), blob),
            _ => throw BlobException.UnsupportedQuery("comp", call.Component),
        };
    }

    private static EngineResponse Content(BlobCall call, Blob blob)
    {
        long length = blob.Content.Length;
        if (BlobRange.Of(call, length) is not { } range)
        {
            return Describe(Body(200, blob, 0, length), blob, length);
        }

        if (range.Count == 0)
        {
            throw BlobException.InvalidRange(length);
        }

        EngineResponse response = Body(206, blob, range.Offset, range.Count)
            .With("Content-Range", $"bytes {range.Offset}-{range.Offset + range.Count - 1}/{length}");
        if (string.Equals(call.Header("x-ms-range-get-content-md5"), "true", StringComparison.OrdinalIgnoreCase) && range.Count <= LongestHashed)
        {
            byte[] md5 = BlobChecksums.Md5(blob.Content.Read(range.Offset, (int)range.Count).Span);
            response.With("Content-MD5", Convert.ToBase64String(md5));
        }

        return Describe(response, blob, range.Count, isRange: true);
    }

    private static EngineResponse Body(int status, Blob blob, long offset, long count) =>
        blob.Content.IsInMemory || count <= ReadAtOnce
            ? new EngineResponse(status, blob.Content.Read(offset, (int)count))
            : new EngineResponse(status) { BodyStream = new BoundedStream(blob.Content.OpenRead(), offset, offset + count) };

    private static EngineResponse Describe(EngineResponse response, Blob blob, long length, bool isRange = false)
    {
        response.With("Content-Length", length.ToString(CultureInfo.InvariantCulture))
            .With("Content-Type", blob.Headers.ContentType)
            .With("Accept-Ranges", "bytes")
            .With("ETag", blob.ETag)
            .With("Last-Modified", Date(blob.LastModified))
            .With("x-ms-creation-time", Date(blob.Created))
            .With("x-ms-blob-type", blob.Kind == BlobKind.Append ? "AppendBlob" : "BlockBlob")
            .With("x-ms-lease-state", "available")
            .With("x-ms-lease-status", "unlocked")
            .With("x-ms-server-encrypted", "true");
        if (blob.Kind == BlobKind.Append)
        {
            response.With("x-ms-blob-committed-block-count", blob.AppendedBlocks.ToString(CultureInfo.InvariantCulture));
        }

        if (!blob.ContentMd5.IsEmpty)
        {
            // Beside a range, Content-MD5 would be that of the range.
            response.With(isRange ? "x-ms-blob-content-md5" : "Content-MD5", Convert.ToBase64String(blob.ContentMd5.Span));
        }

        Optional(response, "Content-Encoding", blob.Headers.ContentEncoding);
        Optional(response, "Content-Language", blob.Headers.ContentLanguage);
        Optional(response, "Content-Disposition", blob.Headers.ContentDisposition);
        Optional(response, "Cache-Control", blob.Headers.CacheControl);
        return Metadata(response, blob);
    }

    private static EngineResponse Metadata(EngineResponse response, Blob blob)
    {
        foreach ((string name, string value) in blob.Metadata)
        {
            response.With("x-ms-meta-" + name, value);
        }

        return response;
    }

    private static void Optional(EngineResponse response, string name, string? value)
    {
        if (value is not null)
        {
            response.With(name, value);
        }
    }

    private static string Date(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    private EngineResponse BlockList(BlobCall call, string name)
    {
        Blob? blob = container.TryGet(name);
        IReadOnlyList<Block> staged = container.Staged(name);
        if (blob is null && staged.Count == 0)
        {
            throw BlobException.BlobNotFound();
        }

        if (blob is { Kind: BlobKind.Append })
        {
            throw BlobException.InvalidBlobType();
        }

        IReadOnlyList<Block> committed = blob?.Content is BlockListContent blocks ? blocks.Blocks : [];
        string which = call.Query["blocklisttype"] ?? "committed";
        EngineResponse response = BlobXml.Response(200, which.ToLowerInvariant() switch
        {
            "committed" => BlobXml.BlockList(committed, null),
            "uncommitted" => BlobXml.BlockList(null, staged),
            "all" => BlobXml.BlockList(committed, staged),
            _ => throw BlobException.InvalidQuery("blocklisttype", which),
        });
        if (blob is not null)
        {
            response.With("ETag", blob.ETag)
                .With("Last-Modified", Date(blob.LastModified))
                .With("x-ms-blob-content-length", blob.Content.Length.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }
}
