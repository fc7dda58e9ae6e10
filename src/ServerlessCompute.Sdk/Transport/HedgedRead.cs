using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>A read that is sent a second time when its answer takes long. The first answer counts; the other request is cancelled.</summary>
internal sealed class HedgedRead(HttpPipeline pipeline, TimeProvider time, TimeSpan after)
{
    /// <summary>Whether a message only reads, and is not held by the service on purpose.</summary>
    public static bool IsSafe(HttpMessage message) =>
        message.Request.Method == RequestMethod.Get && !message.Request.Headers.Contains("Prefer");

    public async ValueTask SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task first = pipeline.SendAsync(message, stop.Token).AsTask();
        await first.WaitAsync(after, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (first.IsCompleted)
        {
            await first.ConfigureAwait(false);
            return;
        }

        HttpMessage again = Copy(message);
        Task second = pipeline.SendAsync(again, stop.Token).AsTask();
        Task winner = await Task.WhenAny(first, second).ConfigureAwait(false);
        if (!winner.IsCompletedSuccessfully)
        {
            Task other = winner == first ? second : first;
            await other.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            winner = other.IsCompletedSuccessfully ? other : first;
        }

        // Neither message may be touched before both are at rest.
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(first, second).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (winner == second)
        {
            message.Response = again.Response;
        }
        else
        {
            again.Dispose();
        }

        await winner.ConfigureAwait(false);
    }

    private HttpMessage Copy(HttpMessage message)
    {
        HttpMessage copy = pipeline.CreateMessage();
        copy.BufferResponse = message.BufferResponse;
        copy.NetworkTimeout = message.NetworkTimeout;
        copy.Request.Method = message.Request.Method;
        copy.Request.Uri.Reset(message.Request.Uri.ToUri());
        if (message.TryGetProperty(typeof(Patience), out object? patience))
        {
            copy.SetProperty(typeof(Patience), patience!);
        }

        foreach (HttpHeader header in message.Request.Headers)
        {
            // The pipeline writes its own again.
            if (header.Name != "Authorization")
            {
                copy.Request.Headers.SetValue(header.Name, header.Value);
            }
        }

        return copy;
    }
}
