using System.Globalization;

namespace ServerlessCompute;

/// <summary>What can be asked of a container: create, properties, list, delete.</summary>
internal sealed class ContainerOperations(BlobStore store, SasPermissions may)
{
    private const int LongestPage = 5000;

    public EngineResponse Handle(BlobCall call)
    {
        if (!string.Equals(call.Query["restype"], "container", StringComparison.OrdinalIgnoreCase))
        {
            throw BlobException.InvalidQuery("restype", call.Query["restype"] ?? "");
        }

        return (call.Method, call.Component) switch
        {
            ("PUT", "") => Create(call),
            ("GET" or "HEAD", "" or "metadata") => Properties(call),
            ("GET", "list") => List(call),
            ("DELETE", "") => Delete(call),
            (_, "") => throw BlobException.UnsupportedVerb(),
            _ => throw BlobException.UnsupportedQuery("comp", call.Component),
        };
    }

    /// <summary>Containers are named with 3 to 63 lower-case letters, digits and single hyphens between them.</summary>
    private static bool IsName(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);

    private static EngineResponse Tagged(int status, BlobContainer container) => new EngineResponse(status)
        .With("ETag", container.ETag)
        .With("Last-Modified", container.Created.ToString("R", CultureInfo.InvariantCulture))
        .With("Content-Length", "0");

    private EngineResponse Create(BlobCall call)
    {
        Need(SasPermissions.Create | SasPermissions.Write);
        if (!IsName(call.Container))
        {
            throw BlobException.InvalidResourceName();
        }

        return store.TryAddContainer(call.Account, call.Container) ? Tagged(201, Existing(call)) : throw BlobException.ContainerAlreadyExists();
    }

    private EngineResponse Properties(BlobCall call)
    {
        Need(SasPermissions.Read | SasPermissions.List);
        return Tagged(200, Existing(call)).With("x-ms-lease-status", "unlocked").With("x-ms-lease-state", "available");
    }

    private EngineResponse Delete(BlobCall call)
    {
        Need(SasPermissions.Delete);
        return store.DeleteContainer(call.Account, call.Container)
            ? new EngineResponse(202).With("Content-Length", "0")
            : throw BlobException.ContainerNotFound();
    }

    private EngineResponse List(BlobCall call)
    {
        Need(SasPermissions.List);
        int? maxResults = null;
        if (call.Query["maxresults"] is { } text)
        {
            maxResults = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
                ? number
                : throw BlobException.InvalidQuery("maxresults", text);
        }

        string prefix = call.Query["prefix"] ?? "";
        string? delimiter = call.Query["delimiter"];
        string? marker = call.Query["marker"] is { Length: > 0 } given ? given : null;
        bool metadata = (call.Query["include"] ?? "").Split(',').Contains("metadata", StringComparer.OrdinalIgnoreCase);
        BlobPage page = Existing(call).List(prefix, delimiter, marker, Math.Min(maxResults ?? LongestPage, LongestPage));
        return BlobXml.Response(200, BlobXml.Listing(call, page, prefix, delimiter, marker, maxResults, metadata));
    }

    private BlobContainer Existing(BlobCall call) => store.TryGetContainer(call.Account, call.Container) ?? throw BlobException.ContainerNotFound();

    private void Need(SasPermissions oneOf)
    {
        if ((may & oneOf) == SasPermissions.None)
        {
            throw BlobException.PermissionMismatch();
        }
    }
}
