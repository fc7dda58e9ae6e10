using System.Globalization;

namespace ServerlessCompute;

/// <summary>The conditional headers of a request.</summary>
internal sealed class BlobConditions
{
    private readonly string? _match;
    private readonly string? _noneMatch;
    private readonly DateTimeOffset? _modifiedSince;
    private readonly DateTimeOffset? _unmodifiedSince;

    public BlobConditions(BlobCall call)
    {
        _match = call.Header("If-Match");
        _noneMatch = call.Header("If-None-Match");
        _modifiedSince = Date(call, "If-Modified-Since");
        _unmodifiedSince = Date(call, "If-Unmodified-Since");
    }

    /// <summary>Lets a read pass, or ends it with 304 or 412.</summary>
    public void CheckRead(Blob blob)
    {
        if (Unchanged(blob))
        {
            throw BlobException.NotModified();
        }

        if (!Expected(blob))
        {
            throw BlobException.ConditionNotMet();
        }
    }

    /// <summary>Lets a change pass, or ends it with 409 or 412. The blob is null when there is none.</summary>
    public void CheckWrite(Blob? blob)
    {
        if (blob is not null && _noneMatch is "*")
        {
            throw BlobException.BlobAlreadyExists();
        }

        if (blob is null ? _match is not null : Unchanged(blob) || !Expected(blob))
        {
            throw BlobException.ConditionNotMet();
        }
    }

    private static DateTimeOffset? Date(BlobCall call, string name) => call.Header(name) is not { Length: > 0 } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date
        : throw BlobException.InvalidHeader(name, text);

    // Lists show a tag without its quotes, and clients send it back as they read it there.
    private static bool IsTag(string header, Blob blob) => header is "*" || header.AsSpan().Trim('"').SequenceEqual(blob.ETag.AsSpan().Trim('"'));

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    // Dates are compared as the headers show them, in whole seconds; a tag, when one is given, decides alone.
    private bool Unchanged(Blob blob) => _noneMatch is not null ? IsTag(_noneMatch, blob) : _modifiedSince >= WholeSeconds(blob.LastModified);

    private bool Expected(Blob blob) => _match is not null ? IsTag(_match, blob) : !(_unmodifiedSince < WholeSeconds(blob.LastModified));
}
