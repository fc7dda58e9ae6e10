using Polly;
using Polly.Simmy;

namespace ServerlessCompute;

/// <summary>A chaos strategy that lets the request through and spoils its answer: what was asked is done, and the client does not learn it, or not all.</summary>
internal sealed class AftermathStrategy(ChaosStrategyOptions options, Func<EngineResponse, Outcome<EngineResponse>> spoil) : ChaosStrategy<EngineResponse>(options)
{
    protected override async ValueTask<Outcome<EngineResponse>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<EngineResponse>>> callback, ResilienceContext context, TState state)
    {
        // Decided before, so that the order of requests decides, not that of their answers.
        bool injects = await ShouldInjectAsync(context).ConfigureAwait(context.ContinueOnCapturedContext);
        Outcome<EngineResponse> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        return injects && outcome.Result is { } response ? spoil(response) : outcome;
    }
}
