using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>Takes the requests of Azure SDK clients to the front desk instead of to the network, whatever host they are for. Thread-safe.</summary>
internal sealed class InMemoryTransport(FrontDesk desk, int seed) : HttpPipelineTransport
{
    private long _requests;

    public override Request CreateRequest() => new InMemoryRequest(Draw.Id(seed, "client", Interlocked.Increment(ref _requests).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public override void Process(HttpMessage message)
    {
        ValueTask<EngineResponse> answer = desk.HandleAsync(Request(message), message.CancellationToken);

        // Only a request that is held for a run is not answered by now.
        message.Response = new InMemoryResponse(answer.IsCompletedSuccessfully ? answer.Result : answer.AsTask().GetAwaiter().GetResult(), message.Request.ClientRequestId);
    }

    public override async ValueTask ProcessAsync(HttpMessage message) =>
        message.Response = new InMemoryResponse(
            await desk.HandleAsync(Request(message), message.CancellationToken).ConfigureAwait(false),
            message.Request.ClientRequestId);

    private static EngineRequest Request(HttpMessage message)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        Request request = message.Request;
        var headers = new List<KeyValuePair<string, string>>(8);
        foreach (HttpHeader header in request.Headers)
        {
            headers.Add(new(header.Name, header.Value));
        }

        return new EngineRequest(request.Method.Method, request.Uri.ToUri(), headers, Body(request.Content, message.CancellationToken));
    }

    private static ReadOnlyMemory<byte> Body(RequestContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return default;
        }

        using var buffer = content.TryComputeLength(out long length) ? new MemoryStream((int)length) : new MemoryStream();
        content.WriteTo(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
