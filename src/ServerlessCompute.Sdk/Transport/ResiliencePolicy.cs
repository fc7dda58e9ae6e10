using Azure.Core;
using Azure.Core.Pipeline;
using Polly;
using Polly.CircuitBreaker;

namespace ServerlessCompute;

/// <summary>
/// Repeats what may be repeated: every request of this library is idempotent (jobs are named before they are sent). Waits as long as
/// the service says, else longer each time, on the clock of the options.
/// </summary>
/// <param name="own">What is known of the place where requests go; those of a client carry their own.</param>
internal sealed class ResiliencePolicy(Func<ResilienceState> own) : HttpPipelinePolicy
{
    private readonly Lazy<ResilienceState> _own = new(own);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ResilienceState state = StateOf(message);
        var attempt = new RequestAttempt(message, pipeline, state);
        ResilienceContext context = attempt.Enter();
        try
        {
            state.Pipeline.Execute(
                static (ResilienceContext _, RequestAttempt attempt) =>
                {
                    attempt.Begin();
                    ProcessNext(attempt.Message, attempt.Pipeline);
                    attempt.End();
                },
                context,
                attempt);
        }
        catch (RetriableResponseException)
        {
            // The last answer stays in the message: the caller turns it into its own error.
        }
        catch (BrokenCircuitException e)
        {
            throw Broken(e, state);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ResilienceState state = StateOf(message);
        var attempt = new RequestAttempt(message, pipeline, state);
        ResilienceContext context = attempt.Enter();
        try
        {
            await state.Pipeline.ExecuteAsync(
                static async (ResilienceContext context, (RequestAttempt Attempt, TimeProvider Time) now) =>
                {
                    TimeSpan wait = now.Attempt.Begin();
                    if (wait > TimeSpan.Zero)
                    {
                        await Task.Delay(wait, now.Time, context.CancellationToken).ConfigureAwait(false);
                    }

                    await ProcessNextAsync(now.Attempt.Message, now.Attempt.Pipeline).ConfigureAwait(false);
                    now.Attempt.End();
                },
                context,
                (attempt, state.Time)).ConfigureAwait(false);
        }
        catch (RetriableResponseException)
        {
            // The last answer stays in the message: the caller turns it into its own error.
        }
        catch (BrokenCircuitException e)
        {
            throw Broken(e, state);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ServerlessRequestException Broken(BrokenCircuitException e, ResilienceState state) =>
        new(503, "CircuitOpen", $"Requests to workspace '{state.Workspace}' fail one after the other, so none is sent for {e.RetryAfter?.TotalSeconds ?? 0:0} s. Try again then ({nameof(ResilienceOptions)}.{nameof(ResilienceOptions.Breaker)}).");

    private ResilienceState StateOf(HttpMessage message) =>
        message.TryGetProperty(typeof(ResilienceState), out object? known) ? (ResilienceState)known! : _own.Value;
}
