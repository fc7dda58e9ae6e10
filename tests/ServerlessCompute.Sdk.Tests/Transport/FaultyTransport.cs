using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Stands between a client and the service in memory: answers in the service's place, or lets a request through and loses the answer.
/// </summary>
internal sealed class FaultyTransport(HttpPipelineTransport service) : HttpPipelineTransport
{
    private readonly Queue<Func<HttpMessage, bool>> _faults = new();

    /// <summary>The requests that came, as verb and path.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Answers the next request in the service's place.</summary>
    public FaultyTransport Answer(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _faults.Enqueue(message =>
        {
            var response = new EngineResponse(status, Encoding.UTF8.GetBytes(body), "application/json");
            foreach ((string name, string value) in headers)
            {
                response.With(name, value);
            }

            message.Response = new TransportResponse(response, message.Request.ClientRequestId);
            return true;
        });
        return this;
    }

    /// <summary>Lets the next request through and loses its answer: done, but not told.</summary>
    public FaultyTransport LoseAnswer()
    {
        _faults.Enqueue(message =>
        {
            service.Process(message);
            message.Response.Dispose();
            throw new IOException("The connection was reset.");
        });
        return this;
    }

    /// <summary>The next request goes to the service.</summary>
    public FaultyTransport LetThrough()
    {
        _faults.Enqueue(_ => false);
        return this;
    }

    public override Request CreateRequest() => service.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Requests.Add($"{message.Request.Method} {message.Request.Uri.Path.Split("/workspaces/serverless", 2)[^1]}");
        if (!_faults.TryDequeue(out Func<HttpMessage, bool>? fault) || !fault(message))
        {
            service.Process(message);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Requests.Add($"{message.Request.Method} {message.Request.Uri.Path.Split("/workspaces/serverless", 2)[^1]}");
        if (!_faults.TryDequeue(out Func<HttpMessage, bool>? fault) || !fault(message))
        {
            await service.ProcessAsync(message);
        }
    }
}
