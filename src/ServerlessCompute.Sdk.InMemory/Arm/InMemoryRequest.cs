using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>A request as Azure.Core's pipeline fills it in.</summary>
internal sealed class InMemoryRequest(Guid id) : Request
{
    private readonly List<KeyValuePair<string, string>> _headers = new(8);
    private string? _clientRequestId;

    public override string ClientRequestId
    {
        get => _clientRequestId ??= id.ToString();
        set => _clientRequestId = value;
    }

    public override void Dispose() => Content?.Dispose();

    protected override void AddHeader(string name, string value) => _headers.Add(new(name, value));

    protected override void SetHeader(string name, string value)
    {
        RemoveHeader(name);
        AddHeader(name, value);
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => HeaderList.TryGet(_headers, name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) => HeaderList.TryGetAll(_headers, name, out values);

    protected override bool ContainsHeader(string name) => HeaderList.TryGet(_headers, name, out _);

    protected override bool RemoveHeader(string name) => _headers.RemoveAll(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) > 0;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => HeaderList.All(_headers);
}
