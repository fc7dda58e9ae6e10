using System.Runtime.ExceptionServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Sends requests: within the time that the options allow, twice where an answer to a read takes long, and with one kind of exception for
/// a service that cannot be reached. Thread-safe.
/// </summary>
internal sealed class RequestSender(HttpPipeline pipeline, ServerlessComputeClientOptions options)
{
    private readonly Patience _patience = new(options.Resilience.WatchPatience);

    /// <param name="isPatient">Whether somebody watches or waits, and prefers a late answer to none.</param>
    public HttpMessage CreateMessage(bool isPatient = false)
    {
        HttpMessage message = pipeline.CreateMessage();
        message.NetworkTimeout = options.Resilience.AttemptTimeout;
        if (isPatient)
        {
            message.SetProperty(typeof(Patience), _patience);
        }

        return message;
    }

    /// <exception cref="ServerlessRequestException">The service cannot be reached.</exception>
    /// <exception cref="TimeoutException">It took longer than the options allow.</exception>
    public async ValueTask SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Resilience.TotalTimeout is { } timeout && !IsPatient(message))
            {
                await SendWithinAsync(timeout, message, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await SendOnceOrTwiceAsync(message, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TokenLapsedException e)
        {
            // What the credential says is what the caller needs to know.
            ExceptionDispatchInfo.Throw(e.InnerException!);
        }
        catch (Exception e) when (IsUnreachable(e, cancellationToken))
        {
            // Whose words have secrets is not passed on.
            string said = Redaction.Clean(e.Message);
            throw new ServerlessRequestException("ServiceUnreachable", $"{message.Request.Uri.Host} cannot be reached: {said}", Redaction.Clean(e.ToString()) == e.ToString() ? e : null);
        }
    }

    private static bool IsPatient(HttpMessage message) => message.TryGetProperty(typeof(Patience), out _);

    private static bool IsUnreachable(Exception e, CancellationToken cancellationToken) => e switch
    {
        ServerlessRequestException => false,
        IOException or RequestFailedException { Status: 0 } => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private async ValueTask SendWithinAsync(TimeSpan timeout, HttpMessage message, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await SendOnceOrTwiceAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{message.Request.Method} {message.Request.Uri.Path} took longer than {timeout} ({nameof(ResilienceOptions)}.{nameof(ResilienceOptions.TotalTimeout)}).", e);
        }
    }

    private ValueTask SendOnceOrTwiceAsync(HttpMessage message, CancellationToken cancellationToken) =>
        options.Resilience.HedgeReadsAfter is { } after && HedgedRead.IsSafe(message)
            ? new HedgedRead(pipeline, options.TimeProvider, after).SendAsync(message, cancellationToken)
            : pipeline.SendAsync(message, cancellationToken);
}
