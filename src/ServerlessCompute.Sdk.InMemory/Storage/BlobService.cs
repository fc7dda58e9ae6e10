namespace ServerlessCompute;

/// <summary>Azure Blob Storage's REST over a <see cref="BlobStore"/>, as the storage clients for .NET and Python use it.</summary>
internal sealed class BlobService(BlobStore store, SasSigner signer)
{
    /// <summary>Answers one call to <c>https://{account}.blob.…/{container}/{blob}</c>.</summary>
    public EngineResponse Handle(EngineRequest request)
    {
        string account = request.Uri.Host.Split('.')[0];
        string[] path = Uri.UnescapeDataString(request.Uri.AbsolutePath).TrimStart('/').Split('/', 2);
        _ = signer;
        return store.TryGetContainer(account, path[0])?.TryGet(path.Length > 1 ? path[1] : "") is { } blob
            ? new EngineResponse(200, blob.Content.Read(0, int.MaxValue), blob.Headers.ContentType)
            : new EngineResponse(404);
    }
}
