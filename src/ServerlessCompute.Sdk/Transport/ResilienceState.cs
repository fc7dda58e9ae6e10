using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ServerlessCompute;

/// <summary>
/// What a client knows of the health of one place, its workspace or the storage behind it, and what it does about it: the same for all
/// requests that go there. Thread-safe.
/// </summary>
internal sealed class ResilienceState
{
    private readonly ServerlessComputeClientOptions _options;
    private readonly ILogger _logger;
    private readonly RetryBudget _budget;
    private int _isSpent;

    public ResilienceState(ServerlessComputeClientOptions options, string workspace, ILogger logger)
    {
        ResilienceOptions resilience = options.Resilience;
        _options = options;
        _logger = logger;
        _budget = new RetryBudget(resilience.RetryBudget);
        Workspace = workspace;
        Pacer = resilience.PacesRequests ? new RequestPacer(options.TimeProvider) : null;
        MaxRetries = resilience.MaxRetries ?? options.Retry.MaxRetries;
        Pipeline = Build(resilience);
    }

    public string Workspace { get; }

    /// <summary>Null when requests are not paced.</summary>
    public RequestPacer? Pacer { get; }

    public ResiliencePipeline Pipeline { get; }

    public TimeProvider Time => _options.TimeProvider;

    private int MaxRetries { get; }

    private ResiliencePipeline Build(ResilienceOptions resilience)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = _options.TimeProvider };
        if (MaxRetries > 0 || resilience.WatchPatience > TimeSpan.Zero)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                // The predicate counts: a watch is more patient than others.
                MaxRetryAttempts = int.MaxValue,
                Delay = resilience.Delay ?? _options.Retry.Delay,
                MaxDelay = resilience.MaxDelay ?? _options.Retry.MaxDelay,
                BackoffType = _options.Retry.Mode == RetryMode.Fixed ? DelayBackoffType.Constant : DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => new(IsRepeated(arguments)),
                DelayGenerator = static arguments => new(NamedWait(arguments)),
                OnRetry = arguments => Tell(arguments),
            });
        }

        if (resilience.Breaker is { } breaker)
        {
            builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = breaker.FailureRatio,
                MinimumThroughput = breaker.MinimumRequests,
                SamplingDuration = breaker.Window,
                BreakDuration = breaker.Break,
                ShouldHandle = static arguments => new(IsTheServicesFault(arguments)),
                OnOpened = arguments =>
                {
                    Metering.CircuitOpened(Workspace);
                    _logger.CircuitOpened(Workspace, arguments.BreakDuration);
                    return default;
                },
                OnClosed = _ =>
                {
                    _logger.CircuitClosed(Workspace);
                    return default;
                },
            });
        }

        return builder.Build();
    }

    private bool IsRepeated(RetryPredicateArguments<object> arguments)
    {
        RequestAttempt attempt = RequestAttempt.Of(arguments.Context);
        if (arguments.Outcome.Exception is not { } error)
        {
            _budget.Succeeded(arguments.AttemptNumber == 0);
            Volatile.Write(ref _isSpent, 0);
            return false;
        }

        bool isPatient = attempt.IsPatient;
        if (error is BrokenCircuitException or TokenLapsedException)
        {
            return isPatient;
        }

        if (!IsTransient(error, attempt))
        {
            // The service answered: it is there.
            _budget.Succeeded(arguments.AttemptNumber == 0);
            return false;
        }

        if (isPatient)
        {
            return true;
        }

        return arguments.AttemptNumber < MaxRetries && (attempt.NamedWait is not null || TakesFromBudget());
    }

    private bool TakesFromBudget()
    {
        bool takes = _budget.TryTake();
        if (!takes && Interlocked.Exchange(ref _isSpent, 1) == 0)
        {
            _logger.RetryBudgetSpent(Workspace);
        }

        return takes;
    }

    private static bool IsTransient(Exception error, RequestAttempt attempt) =>
        error is RetriableResponseException || attempt.Message.ResponseClassifier.IsRetriable(attempt.Message, error);

    private static bool IsTheServicesFault(CircuitBreakerPredicateArguments<object> arguments) => arguments.Outcome.Exception switch
    {
        null => false,
        RetriableResponseException answered => answered.Status >= 500,
        Exception error => RequestAttempt.Of(arguments.Context) is var attempt && attempt.Message.ResponseClassifier.IsRetriable(attempt.Message, error),
    };

    /// <summary>The wait that the service or the breaker named; null leaves the choice to the back-off.</summary>
    private static TimeSpan? NamedWait(RetryDelayGeneratorArguments<object> arguments) =>
        arguments.Outcome.Exception is BrokenCircuitException broken ? broken.RetryAfter : RequestAttempt.Of(arguments.Context).NamedWait;

    [SuppressMessage("Performance", "CA1873:Avoid potentially expensive logging", Justification = "A request that is repeated has cost more already.")]
    private ValueTask Tell(OnRetryArguments<object> arguments)
    {
        RequestAttempt attempt = RequestAttempt.Of(arguments.Context);
        string reason = arguments.Outcome.Exception switch
        {
            RetriableResponseException answered => answered.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
            { } error => error.GetType().Name,
            null => "",
        };
        Metering.Retried(Workspace, reason);
        if (attempt.NamedWait is { } wait)
        {
            Metering.Throttled(Workspace, wait);
        }

        Request request = attempt.Message.Request;
        _logger.RequestRepeated(request.Method.Method, request.Uri.Path, arguments.RetryDelay, arguments.AttemptNumber + 2, reason);
        return default;
    }
}
