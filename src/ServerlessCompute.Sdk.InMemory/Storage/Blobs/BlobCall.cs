using System.Globalization;

namespace ServerlessCompute;

/// <summary>A request to the blob service, taken apart: whose account, which container, which blob, what of it.</summary>
internal sealed class BlobCall
{
    private readonly EngineRequest _request;
    private readonly StorageQuery _query;

    public BlobCall(EngineRequest request)
    {
        _request = request;
        _query = StorageQuery.Parse(request.Uri.Query);
        Account = request.Uri.Host.Split('.', 2)[0];
        string[] path = request.Uri.AbsolutePath.TrimStart('/').Split('/', 2);
        Container = Uri.UnescapeDataString(path[0]);
        BlobName = path.Length < 2 || path[1].Length == 0 ? null : Uri.UnescapeDataString(path[1]);
    }

    public string Method => _request.Method;

    public Uri Uri => _request.Uri;

    public ReadOnlyMemory<byte> Body => _request.Body;

    public string Account { get; }

    public string Container { get; }

    /// <summary>Null when the request is about the container.</summary>
    public string? BlobName { get; }

    public StorageQuery Query => _query;

    /// <summary>The part of the resource that is asked for: <c>metadata</c>, <c>list</c>, <c>block</c> … or empty for the whole.</summary>
    public string Component => _query["comp"] ?? "";

    public IReadOnlyList<KeyValuePair<string, string>> Headers => _request.Headers;

    public string? Header(string name) => _request.Header(name);

    /// <summary>A whole number in a header, or null when the header is not there.</summary>
    public long? Number(string name)
    {
        if (Header(name) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw BlobException.InvalidHeader(name, text);
    }

    /// <summary>The metadata that the request brings, in its order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata()
    {
        const string Prefix = "x-ms-meta-";
        List<KeyValuePair<string, string>>? metadata = null;
        foreach ((string header, string value) in _request.Headers)
        {
            if (header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                string name = header[Prefix.Length..];
                if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                {
                    throw BlobException.InvalidMetadata(name);
                }

                (metadata ??= []).Add(new(name, value));
            }
        }

        return metadata is null ? [] : metadata;
    }

    /// <summary>The headers that the blob shall keep.</summary>
    /// <param name="bodyIsContent">Whether the request's own headers describe the blob too, when it says nothing else.</param>
    public BlobHeaders BlobHeaders(bool bodyIsContent)
    {
        var headers = new BlobHeaders
        {
            ContentType = Kept("Content-Type") ?? ServerlessCompute.BlobHeaders.Default.ContentType,
            ContentEncoding = Kept("Content-Encoding"),
            ContentLanguage = Kept("Content-Language"),
            ContentDisposition = Kept("Content-Disposition"),
            CacheControl = Kept("Cache-Control"),
        };
        return headers == ServerlessCompute.BlobHeaders.Default ? ServerlessCompute.BlobHeaders.Default : headers;

        string? Kept(string name) => Header("x-ms-blob-" + name) is { Length: > 0 } kept ? kept
            : bodyIsContent && Header(name) is { Length: > 0 } own ? own
            : null;
    }
}
