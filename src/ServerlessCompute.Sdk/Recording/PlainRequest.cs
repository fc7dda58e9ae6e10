using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>A request that goes nowhere.</summary>
internal sealed class PlainRequest : Request
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    public override string ClientRequestId { get; set; } = "replayed";

    public override void Dispose() => Content?.Dispose();

    protected override void AddHeader(string name, string value) => _headers.Add(new(name, value));

    protected override void SetHeader(string name, string value)
    {
        RemoveHeader(name);
        AddHeader(name, value);
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => PlainHeaders.TryGet(_headers, name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) => PlainHeaders.TryGetAll(_headers, name, out values);

    protected override bool ContainsHeader(string name) => PlainHeaders.TryGet(_headers, name, out _);

    protected override bool RemoveHeader(string name) => _headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) > 0;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => PlainHeaders.All(_headers);
}
