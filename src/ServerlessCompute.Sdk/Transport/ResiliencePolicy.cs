using Azure.Core;
using Azure.Core.Pipeline;
using Polly;
using Polly.Retry;

namespace ServerlessCompute;

/// <summary>
/// Repeats what may be repeated: every request of this library is idempotent (jobs are named before they are sent). Waits as long as
/// the service says, else longer each time, on the clock of the options.
/// </summary>
internal sealed class ResiliencePolicy(ServerlessComputeClientOptions options) : HttpPipelinePolicy
{
    private readonly Lazy<ResiliencePipeline> _pipeline = new(() => Build(options));

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var attempt = new Attempt(message, pipeline);
        ResilienceContext context = ResilienceContextPool.Shared.Get(message.CancellationToken);
        try
        {
            context.Properties.Set(Attempt.Key, attempt);
            _pipeline.Value.Execute(
                static (ResilienceContext _, Attempt a) =>
                {
                    a.Begin();
                    ProcessNext(a.Message, a.Pipeline);
                    a.ThrowIfRetriable();
                },
                context,
                attempt);
        }
        catch (RetriableResponseException)
        {
            // The last answer stays in the message: the caller turns it into its own error.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var attempt = new Attempt(message, pipeline);
        ResilienceContext context = ResilienceContextPool.Shared.Get(message.CancellationToken);
        try
        {
            context.Properties.Set(Attempt.Key, attempt);
            await _pipeline.Value.ExecuteAsync(
                static async (ResilienceContext _, Attempt a) =>
                {
                    a.Begin();
                    await ProcessNextAsync(a.Message, a.Pipeline).ConfigureAwait(false);
                    a.ThrowIfRetriable();
                },
                context,
                attempt).ConfigureAwait(false);
        }
        catch (RetriableResponseException)
        {
            // The last answer stays in the message: the caller turns it into its own error.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline Build(ServerlessComputeClientOptions options)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider };
        if (options.Retry.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retry.MaxRetries,
                Delay = options.Retry.Delay,
                MaxDelay = options.Retry.MaxDelay,
                BackoffType = options.Retry.Mode == RetryMode.Fixed ? DelayBackoffType.Constant : DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static arguments => ValueTask.FromResult(IsTransient(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult(ServiceWait(arguments, options.TimeProvider)),
            });
        }

        return builder.Build();
    }

    private static bool IsTransient(RetryPredicateArguments<object> arguments) =>
        arguments.Outcome.Exception switch
        {
            null => false,
            RetriableResponseException => true,
            Exception e => arguments.Context.Properties.TryGetValue(Attempt.Key, out Attempt? attempt)
                && attempt.Message.ResponseClassifier.IsRetriable(attempt.Message, e),
        };

    /// <summary>The wait that the service named; null leaves the choice to the back-off.</summary>
    private static TimeSpan? ServiceWait(RetryDelayGeneratorArguments<object> arguments, TimeProvider time) =>
        arguments.Outcome.Exception is RetriableResponseException
        && arguments.Context.Properties.TryGetValue(Attempt.Key, out Attempt? attempt)
        && attempt.Message.HasResponse
            ? RetryAfter.Read(attempt.Message.Response, time)
            : null;

    /// <summary>One message on its way through the attempts.</summary>
    private sealed class Attempt(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        public static readonly ResiliencePropertyKey<Attempt> Key = new("ServerlessCompute.Attempt");

        private int _number = -1;

        public HttpMessage Message { get; } = message;

        public ReadOnlyMemory<HttpPipelinePolicy> Pipeline { get; } = pipeline;

        public void Begin()
        {
            _number++;
            MessageProcessingContext processing = Message.ProcessingContext;
            processing.RetryNumber = _number;
            if (_number > 0 && Message.HasResponse)
            {
                Message.Response.Dispose();
            }
        }

        public void ThrowIfRetriable()
        {
            if (Message.Response.IsError && Message.ResponseClassifier.IsRetriableResponse(Message))
            {
                throw new RetriableResponseException();
            }
        }
    }

#pragma warning disable CA1032, CA1064, MA0021 // Never leaves this policy: it only tells the retry strategy that an answer was not the last word.
    private sealed class RetriableResponseException : Exception;
#pragma warning restore CA1032, CA1064, MA0021
}
