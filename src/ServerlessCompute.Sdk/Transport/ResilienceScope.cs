using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>Tells the messages of a client what it knows of its workspace.</summary>
internal sealed class ResilienceScope(ResilienceState state) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => message.SetProperty(typeof(ResilienceState), state);
}
