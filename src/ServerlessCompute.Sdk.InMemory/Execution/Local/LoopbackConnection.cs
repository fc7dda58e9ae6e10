using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace ServerlessCompute;

/// <summary>One connection to the listener: requests one after the other until either side has had enough.</summary>
internal sealed class LoopbackConnection(Socket socket, LoopbackConnection.Handler handler, TimeProvider time)
{
    // Between requests a client may rest; within one it has to get on.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);

    /// <summary>Answers a request. The body is read only when it is asked for.</summary>
    internal delegate Task<EngineResponse> Handler(LoopbackRequest request, Func<Task<ReadOnlyMemory<byte>>> readBody);

    public async Task RunAsync(CancellationToken stop)
    {
        using Socket closing = socket;
        using var stream = new NetworkStream(socket, ownsSocket: false);
        try
        {
            var reader = new LoopbackReader(stream);
            bool again = true;
            while (again)
            {
                using var timeout = new CancellationTokenSource(_patience, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
                again = await AnswerNextAsync(reader, stream, either.Token).ConfigureAwait(false);
            }

            await SayFarewellAsync(stream, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, was too slow, or the listener closes: in each case there is nobody to tell.
        }
    }

    private async Task<bool> AnswerNextAsync(LoopbackReader reader, Stream stream, CancellationToken stop)
    {
        LoopbackRequest? request = null;
        bool bodyRead = false;
        EngineResponse response;
        try
        {
            request = await reader.ReadHeadAsync(stop).ConfigureAwait(false);
            if (request is null)
            {
                return false;
            }

            response = await handler(request, ReadBodyAsync).ConfigureAwait(false);
        }
        catch (LoopbackException e)
        {
            response = LoopbackAnswers.Error(e.Status, e.Message);
            request = null;
        }
#pragma warning disable CA1031 // A client that gets no answer would wait until its own patience ends.
        catch (Exception e) when (e is not (IOException or SocketException or OperationCanceledException or ObjectDisposedException))
#pragma warning restore CA1031
        {
            response = LoopbackAnswers.Error(500, e.Message);
            request = null;
        }

        // What was not read would be taken for the next request.
        bool keep = request is { KeepAlive: true } && (bodyRead || request.BodyLength == 0);
        await WriteAsync(stream, response, request?.Method is "HEAD", keep, stop).ConfigureAwait(false);
        return keep;

        async Task<ReadOnlyMemory<byte>> ReadBodyAsync()
        {
            if (request!.ExpectsContinue)
            {
                await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), stop).ConfigureAwait(false);
            }

            ReadOnlyMemory<byte> body = await reader.ReadBodyAsync(request, stop).ConfigureAwait(false);
            bodyRead = true;
            return body;
        }
    }

    private static async Task WriteAsync(Stream stream, EngineResponse response, bool headOnly, bool keep, CancellationToken stop)
    {
        await using ConfiguredAsyncDisposable ending = (response.BodyStream ?? Stream.Null).ConfigureAwait(false);
        var head = new StringBuilder(256);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {LoopbackAnswers.Reason(response.Status)}\r\n");
        foreach ((string name, string value) in response.Headers)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                head.Append(name).Append(": ").Append(value).Append("\r\n");
            }
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {response.BodyStream?.Length ?? response.Body.Length}\r\nConnection: {(keep ? "keep-alive" : "close")}\r\n\r\n");
        if (response.BodyStream is null)
        {
            // In one piece, which is one packet for most answers.
            byte[] whole = [.. Encoding.Latin1.GetBytes(head.ToString()), .. headOnly ? default : response.Body.Span];
            await stream.WriteAsync(whole, stop).ConfigureAwait(false);
            return;
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ToString()), stop).ConfigureAwait(false);
        if (!headOnly)
        {
            await response.BodyStream.CopyToAsync(stream, stop).ConfigureAwait(false);
        }
    }

    // Closing while the client still sends would reset the connection and destroy the answer on its way.
    private async Task SayFarewellAsync(NetworkStream stream, CancellationToken stop)
    {
        socket.Shutdown(SocketShutdown.Send);
        using var timeout = new CancellationTokenSource(_farewell, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        byte[] rest = new byte[4096];
        while (await stream.ReadAsync(rest, either.Token).ConfigureAwait(false) > 0)
        {
        }
    }
}
