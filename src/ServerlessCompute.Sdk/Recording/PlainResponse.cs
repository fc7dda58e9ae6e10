using System.Diagnostics.CodeAnalysis;
using System.Net;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>An answer that was recorded.</summary>
internal sealed class PlainResponse : Response
{
    private readonly Exchange _exchange;

    public PlainResponse(Exchange exchange, string clientRequestId)
    {
        _exchange = exchange;
        ClientRequestId = clientRequestId;
        ContentStream = new MemoryStream(exchange.ResponseBody, 0, exchange.ResponseBody.Length, writable: false, publiclyVisible: true);
    }

    public override int Status => _exchange.Status;

    public override string ReasonPhrase => ((HttpStatusCode)Status).ToString();

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => PlainHeaders.TryGet(_exchange.ResponseHeaders, name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) => PlainHeaders.TryGetAll(_exchange.ResponseHeaders, name, out values);

    protected override bool ContainsHeader(string name) => PlainHeaders.TryGet(_exchange.ResponseHeaders, name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => PlainHeaders.All(_exchange.ResponseHeaders);
}
