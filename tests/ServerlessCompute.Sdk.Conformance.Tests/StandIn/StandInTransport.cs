using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>Hands what a client sends to a stand-in, without a network.</summary>
internal sealed class StandInTransport(StandInService service) : HttpPipelineTransport
{
    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message)
    {
        var request = StandInRequest.From(message.Request, message.CancellationToken);
        message.Response = new StandInResponse(service.Answer(request), message.Request.ClientRequestId);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return ValueTask.CompletedTask;
    }
}
