using System.Globalization;

namespace ServerlessCompute;

/// <summary>What can be done to a blob: put it whole, in blocks or piece by piece, describe it, delete it.</summary>
internal sealed class BlobWrites(BlobContainer container, SasPermissions may)
{
    // Their meaning would be lost: a copy, content inside a frame of checksums, a lease, tags.
    private static readonly string[] Unsupported = ["x-ms-copy-source", "x-ms-structured-body", "x-ms-lease-id", "x-ms-tags"];

    public EngineResponse Handle(BlobCall call, string name)
    {
        if (Array.Find(Unsupported, header => call.Header(header) is not null) is { } unsupported)
        {
            throw BlobException.UnsupportedHeader(unsupported);
        }

        BlobChecksums.Check(call);
        return call.Component switch
        {
            "" => Put(call, name),
            "block" => PutBlock(call, name),
            "blocklist" => PutBlockList(call, name),
            "appendblock" => AppendBlock(call, name),
            "metadata" => Describe(call, name, blob => blob with { Metadata = call.Metadata() }),
            "properties" => Describe(call, name, blob => blob with { Headers = call.BlobHeaders(bodyIsContent: false), ContentMd5 = GivenMd5(call) }),
            _ => throw BlobException.UnsupportedQuery("comp", call.Component),
        };
    }

    public EngineResponse Delete(BlobCall call, string name)
    {
        Need(SasPermissions.Delete);
        if (call.Component.Length > 0)
        {
            throw BlobException.UnsupportedQuery("comp", call.Component);
        }

        return container.Delete(name, new BlobConditions(call).CheckWrite)
            ? new EngineResponse(202).With("Content-Length", "0").With("x-ms-delete-type-permanent", "true")
            : throw BlobException.BlobNotFound();
    }

    private static EngineResponse Tagged(int status, Blob blob) => new EngineResponse(status)
        .With("Content-Length", "0")
        .With("ETag", blob.ETag)
        .With("Last-Modified", blob.LastModified.ToString("R", CultureInfo.InvariantCulture))
        .With("x-ms-request-server-encrypted", "true");

    private static EngineResponse WithMd5(EngineResponse response, BlobCall call) =>
        response.With("Content-MD5", Convert.ToBase64String(BlobChecksums.Md5(call.Body.Span)));

    private static EngineResponse WithCrc64(EngineResponse response, BlobCall call) =>
        response.With("x-ms-content-crc64", Convert.ToBase64String(BlobChecksums.Crc64(call.Body.Span)));

    /// <summary>What the client wants the blob's Content-MD5 to say: kept, not checked.</summary>
    private static byte[] GivenMd5(BlobCall call)
    {
        if (call.Header("x-ms-blob-content-md5") is not { Length: > 0 } text)
        {
            return [];
        }

        byte[] md5 = new byte[16];
        return Convert.TryFromBase64String(text, md5, out int count) && count == md5.Length
            ? md5
            : throw BlobException.InvalidHeader("x-ms-blob-content-md5", text);
    }

    private EngineResponse Put(BlobCall call, string name)
    {
        BlobKind kind = call.Header("x-ms-blob-type") switch
        {
            "BlockBlob" => BlobKind.Block,
            "AppendBlob" when call.Body.IsEmpty => BlobKind.Append,
            null => throw BlobException.MissingHeader("x-ms-blob-type"),
            { } other => throw BlobException.InvalidHeader("x-ms-blob-type", other),
        };
        var conditions = new BlobConditions(call);
        byte[] given = GivenMd5(call);
        Blob made = container.Change(name, blob =>
        {
            NeedToReplace(blob);
            conditions.CheckWrite(blob);
            return new Blob
            {
                Name = name,
                Kind = kind,
                Content = kind == BlobKind.Append ? AppendedContent.Start : BlobContent.FromBytes(call.Body),
                Headers = call.BlobHeaders(bodyIsContent: true),
                Metadata = call.Metadata(),
                ContentMd5 = given.Length > 0 || kind == BlobKind.Append ? given : BlobChecksums.Md5(call.Body.Span),
            };
        });
        return kind == BlobKind.Append ? Tagged(201, made) : WithCrc64(WithMd5(Tagged(201, made), call), call);
    }

    private EngineResponse PutBlock(BlobCall call, string name)
    {
        Need(SasPermissions.Write | SasPermissions.Create);
        string id = call.Query["blockid"] ?? "";
        if (!BlockListBody.IsBlockId(id))
        {
            throw BlobException.InvalidQuery("blockid", id);
        }

        container.StageBlock(name, id, BlobContent.FromBytes(call.Body));
        EngineResponse response = new EngineResponse(201).With("Content-Length", "0").With("x-ms-request-server-encrypted", "true");
        return call.Header("Content-MD5") is null ? WithCrc64(response, call) : WithMd5(response, call);
    }

    private EngineResponse PutBlockList(BlobCall call, string name)
    {
        IReadOnlyList<BlockReference> wanted = BlockListBody.Read(call.Body);
        var conditions = new BlobConditions(call);
        byte[] md5 = GivenMd5(call);
        Blob made = container.Commit(name, (blob, staged) =>
        {
            NeedToReplace(blob);
            conditions.CheckWrite(blob);
            IReadOnlyList<Block> committed = blob switch
            {
                { Kind: BlobKind.Append } => throw BlobException.InvalidBlobType(),
                { Content: BlockListContent blocks } => blocks.Blocks,
                _ => [],
            };
            return new Blob
            {
                Name = name,
                Content = new BlockListContent([.. wanted.Select(w => w.Find(committed, staged) ?? throw BlobException.InvalidBlockList())]),
                Headers = call.BlobHeaders(bodyIsContent: false),
                Metadata = call.Metadata(),
                ContentMd5 = md5,
                Created = blob?.Created ?? default,
            };
        });
        return WithCrc64(Tagged(201, made), call);
    }

    private EngineResponse AppendBlock(BlobCall call, string name)
    {
        Need(SasPermissions.Add | SasPermissions.Write);
        var conditions = new BlobConditions(call);
        long? position = call.Number("x-ms-blob-condition-appendpos");
        long? longest = call.Number("x-ms-blob-condition-maxsize");
        long offset = 0;
        Blob made = container.Append(name, call.Body, blob =>
        {
            conditions.CheckWrite(blob ?? throw BlobException.BlobNotFound());
            offset = blob.Content.Length;
            if (position is not null && position != offset)
            {
                throw BlobException.AppendPositionNotMet();
            }

            if (offset + call.Body.Length > longest)
            {
                throw BlobException.MaxBlobSizeNotMet();
            }
        });
        return WithCrc64(Tagged(201, made), call)
            .With("x-ms-blob-append-offset", offset.ToString(CultureInfo.InvariantCulture))
            .With("x-ms-blob-committed-block-count", made.AppendedBlocks.ToString(CultureInfo.InvariantCulture));
    }

    private EngineResponse Describe(BlobCall call, string name, Func<Blob, Blob> change)
    {
        Need(SasPermissions.Write);
        var conditions = new BlobConditions(call);
        return Tagged(200, container.Change(name, blob =>
        {
            conditions.CheckWrite(blob ?? throw BlobException.BlobNotFound());
            return change(blob);
        }));
    }

    private void NeedToReplace(Blob? blob) => Need(blob is null ? SasPermissions.Write | SasPermissions.Create : SasPermissions.Write);

    private void Need(SasPermissions oneOf)
    {
        if ((may & oneOf) == SasPermissions.None)
        {
            throw BlobException.PermissionMismatch();
        }
    }
}
