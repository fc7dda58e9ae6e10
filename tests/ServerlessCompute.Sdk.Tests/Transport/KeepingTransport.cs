using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>Keeps what is sent to the service: verb, path and body, in the order in which requests came.</summary>
internal sealed class KeepingTransport(HttpPipelineTransport service) : HttpPipelineTransport
{
    private readonly List<(string Request, string Body)> _kept = [];

    public IReadOnlyList<(string Request, string Body)> Kept
    {
        get
        {
            lock (_kept)
            {
                return [.. _kept];
            }
        }
    }

    /// <summary>The body of the last such request.</summary>
    public string this[string request] => Kept.Last(kept => kept.Request == request).Body;

    public override Request CreateRequest() => service.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Keep(message);
        service.Process(message);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Keep(message);
        return service.ProcessAsync(message);
    }

    private void Keep(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        lock (_kept)
        {
            _kept.Add(($"{message.Request.Method} {message.Request.Uri.ToUri().AbsolutePath}", Encoding.UTF8.GetString(body.ToArray())));
        }
    }
}
