using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>Hands what an official storage client sends to the blob service, without a network.</summary>
internal sealed class BlobTransport(BlobService service) : HttpPipelineTransport
{
    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        KeyValuePair<string, string>[] headers = [.. message.Request.Headers.Select(h => KeyValuePair.Create(h.Name, h.Value))];
        EngineResponse response = service.Handle(new EngineRequest(message.Request.Method.Method, message.Request.Uri.ToUri(), headers, body.ToArray()));
        message.Response = new TransportResponse(response, message.Request.ClientRequestId);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return ValueTask.CompletedTask;
    }
}
