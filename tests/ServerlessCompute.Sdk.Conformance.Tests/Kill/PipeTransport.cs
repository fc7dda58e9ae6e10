using System.Diagnostics;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Sends requests to the process that started this one, and kills this one after some of them: before the next is sent, or when it was sent and
/// its answer is on the way.
/// </summary>
internal sealed class PipeTransport(int lives, bool answerIsLost) : HttpPipelineTransport, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _count;

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
        {
            await content.WriteToAsync(body, message.CancellationToken);
        }

        await _turn.WaitAsync(message.CancellationToken);
        try
        {
            bool isLast = _count++ == lives;
            if (isLast && !answerIsLost)
            {
                Die();
            }

            await Console.Out.WriteLineAsync(PipedExchange.Request(message.Request.Method.Method, message.Request.Uri.ToString(), message.Request.Headers.Select(static header => (header.Name, header.Value)), body.ToArray()));
            await Console.Out.FlushAsync(message.CancellationToken);
            string answer = await Console.In.ReadLineAsync(message.CancellationToken) ?? throw new IOException("Nobody answers.");
            if (isLast)
            {
                Die();
            }

            using JsonDocument document = JsonDocument.Parse(answer);
            JsonElement exchange = document.RootElement;
            Dictionary<string, string> headers = PipedExchange.Headers(exchange).GroupBy(static header => header.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(static group => group.Key, static group => group.Last().Value, StringComparer.OrdinalIgnoreCase);
            message.Response = new StandInResponse(
                new StandInAnswer(exchange.GetProperty("status").GetInt32(), PipedExchange.Body(exchange), headers.GetValueOrDefault("Content-Type", "")) { Headers = headers },
                message.Request.ClientRequestId);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static void Die()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
        throw new UnreachableException();
    }
}
