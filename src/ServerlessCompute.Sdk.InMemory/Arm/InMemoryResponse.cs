using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.InteropServices;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>An answer of the front desk as Azure.Core's pipeline reads it.</summary>
internal sealed class InMemoryResponse : Response
{
    private readonly EngineResponse _response;
    private Stream? _content;

    public InMemoryResponse(EngineResponse response, string clientRequestId)
    {
        _response = response;
        ClientRequestId = clientRequestId;
        _content = response.BodyStream is { } stream ? new OneWayStream(stream) : Open(response.Body);
    }

    public override int Status => _response.Status;

    public override string ReasonPhrase => ((HttpStatusCode)_response.Status).ToString();

    public override Stream? ContentStream
    {
        get => _content;
        set => _content = value;
    }

    public override string ClientRequestId { get; set; }

    public override void Dispose() => _content?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => HeaderList.TryGet(_response.Headers, name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) => HeaderList.TryGetAll(_response.Headers, name, out values);

    protected override bool ContainsHeader(string name) => HeaderList.TryGet(_response.Headers, name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => HeaderList.All(_response.Headers);

    /// <summary>Azure.Core reads buffered content only through a stream whose buffer it can see.</summary>
    private static MemoryStream Open(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out ArraySegment<byte> segment) && segment.Array is not null
            ? new MemoryStream(segment.Array, segment.Offset, segment.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(body.ToArray(), 0, body.Length, writable: false, publiclyVisible: true);
}
