using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// Azure Blob Storage's REST over a <see cref="BlobStore"/>, as the storage clients for .NET and Python use it. A pure
/// function of the store, the request and the clock; thread-safe. The bodies of uploads are kept as they are, so nobody
/// may write to them afterwards.
/// </summary>
internal sealed class BlobService
{
    private const string DefaultVersion = "2021-08-06";

    private readonly BlobStore _store;
    private readonly BlobAuthorization _authorization;
    private long _requests;

    public BlobService(BlobStore store, SasSigner signer)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(signer);
        _store = store;
        _authorization = new BlobAuthorization(signer, store.Time);
    }

    /// <summary>Answers one call to <c>https://{account}.blob.…/{container}/{blob}</c>.</summary>
    public EngineResponse Handle(EngineRequest request)
    {
        string requestId = NextId();
        try
        {
            var call = new BlobCall(request);
            return Finish(request, Dispatch(call, _authorization.Permissions(call)), requestId);
        }
        catch (BlobException refusal)
        {
            return Finish(request, Refuse(request, refusal, requestId), requestId);
        }
        catch (IOException)
        {
            // A file that holds a blob's content is gone or cannot be read.
            return Finish(request, Refuse(request, BlobException.InternalError(), requestId), requestId);
        }
    }

    /// <summary>Refuses a call that nobody looks at.</summary>
    public EngineResponse Answer(EngineRequest request, BlobException refusal)
    {
        string requestId = NextId();
        return Finish(request, Refuse(request, refusal, requestId), requestId);
    }

    private string NextId() => new Guid((uint)Interlocked.Increment(ref _requests), 0x901e, 0x004d, 0, 0, 0, 0, 0, 0, 0, 0).ToString();

    private EngineResponse Finish(EngineRequest request, EngineResponse response, string requestId)
    {
        response.With("Date", _store.Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture))
            .With("Server", "Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0")
            .With("x-ms-request-id", requestId)
            .With("x-ms-version", request.Header("x-ms-version") ?? DefaultVersion);
        if (request.Header("x-ms-client-request-id") is { } clientId)
        {
            response.With("x-ms-client-request-id", clientId);
        }

        return response;
    }

    private EngineResponse Dispatch(BlobCall call, SasPermissions may)
    {
        if (call.Container.Length == 0)
        {
            throw BlobException.InvalidQuery("restype", call.Query["restype"] ?? "");
        }

        if (call.BlobName is null)
        {
            return new ContainerOperations(_store, may).Handle(call);
        }

        if (call.BlobName.Length > 1024)
        {
            throw BlobException.InvalidResourceName("The specified blob name is longer than 1,024 characters.");
        }

        BlobContainer container = _store.TryGetContainer(call.Account, call.Container) ?? throw BlobException.ContainerNotFound();
        return call.Method switch
        {
            "GET" or "HEAD" => new BlobReads(container, may).Handle(call, call.BlobName),
            "PUT" => new BlobWrites(container, may).Handle(call, call.BlobName),
            "DELETE" => new BlobWrites(container, may).Delete(call, call.BlobName),
            _ => throw BlobException.UnsupportedVerb(),
        };
    }

    private EngineResponse Refuse(EngineRequest request, BlobException refusal, string requestId)
    {
        EngineResponse response = request.Method is "HEAD" || refusal.Status == 304
            ? new EngineResponse(refusal.Status)
            : BlobXml.Response(refusal.Status, BlobXml.Error(refusal, requestId, _store.Time.GetUtcNow()));
        foreach ((string name, string value) in refusal.Headers)
        {
            response.With(name, value);
        }

        return response.With("x-ms-error-code", refusal.Code);
    }
}
