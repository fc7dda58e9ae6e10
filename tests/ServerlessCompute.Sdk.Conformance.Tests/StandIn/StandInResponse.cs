using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>An answer of the stand-in as the client's pipeline sees it.</summary>
internal sealed class StandInResponse(StandInAnswer answer, string clientRequestId) : Response
{
    private readonly Dictionary<string, string> _headers = new(answer.Headers, StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Length"] = answer.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Content-Type"] = answer.ContentType,
    };

    public override int Status => answer.Status;

    public override string ReasonPhrase => answer.Status < 400 ? "OK" : "Not found";

    public override Stream? ContentStream { get; set; } = new MemoryStream(answer.Body, writable: false);

    public override string ClientRequestId { get; set; } = clientRequestId;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out string? value) ? [value] : null;
        return values is not null;
    }
}
