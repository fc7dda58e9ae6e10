using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>An answer of the engine as Azure.Core sees it.</summary>
internal sealed class TransportResponse : Response
{
    private readonly EngineResponse _response;

    public TransportResponse(EngineResponse response, string clientRequestId)
    {
        _response = response;
        ClientRequestId = clientRequestId;
        ContentStream = response.BodyStream ?? BlobContent.FromBytes(response.Body).OpenRead();
    }

    public override int Status => _response.Status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _response.Headers.Select(h => new HttpHeader(h.Key, h.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = _response.Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out string? value) ? [value] : null;
        return values is not null;
    }
}
