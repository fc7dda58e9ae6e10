using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.Simmy;
using Polly.Simmy.Fault;
using Polly.Simmy.Latency;
using Polly.Simmy.Outcomes;

namespace ServerlessCompute;

/// <summary>What happens to requests on their way and back: a pipeline of Polly's chaos strategies, one for each fault, the first added outermost. Thread-safe.</summary>
internal sealed class RequestFaults(ServerlessEngine engine)
{
    private static readonly ResiliencePropertyKey<EngineRequest> RequestKey = new("ServerlessCompute.Request");

    private readonly Lock _lock = new();
    private readonly List<Action<ResiliencePipelineBuilder<EngineResponse>>> _strategies = [];
    private volatile ResiliencePipeline<EngineResponse>? _pipeline;

    /// <summary>Whether there are any.</summary>
    public bool Any => _pipeline is not null;

    public void Delay(FaultGate gate, TimeSpan latency) => Add(builder => builder.AddChaosLatency(new ChaosLatencyStrategyOptions
    {
        InjectionRate = 1,
        Randomizer = static () => 0,
        EnabledGenerator = args => new(Opens(gate, args.Context)),
        Latency = latency,
    }));

    public void Answer(FaultGate gate, Func<EngineRequest, EngineResponse> answer) => Add(builder => builder.AddChaosOutcome(new ChaosOutcomeStrategyOptions<EngineResponse>
    {
        InjectionRate = 1,
        Randomizer = static () => 0,
        EnabledGenerator = args => new(Opens(gate, args.Context)),
        OutcomeGenerator = args => new(Outcome.FromResult(answer(RequestOf(args.Context)))),
    }));

    public void Drop(FaultGate gate) => Add(builder => builder.AddChaosFault(new ChaosFaultStrategyOptions
    {
        InjectionRate = 1,
        Randomizer = static () => 0,
        EnabledGenerator = args => new(Opens(gate, args.Context)),
        FaultGenerator = static _ => new(new ConnectionLostException()),
    }));

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The options are ours and hold; nothing is lost where their annotations are trimmed.")]
    public void Spoil(FaultGate gate, Func<EngineResponse, Outcome<EngineResponse>> spoil)
    {
        var options = new AftermathOptions
        {
            InjectionRate = 1,
            Randomizer = static () => 0,
            EnabledGenerator = args => new(Opens(gate, args.Context)),
        };
        Add(builder => builder.AddStrategy(_ => new AftermathStrategy(options, spoil), options));
    }

    public void Clear()
    {
        lock (_lock)
        {
            _strategies.Clear();
            _pipeline = null;
        }
    }

    /// <summary>Answers a request, unless a fault comes between.</summary>
    public async ValueTask<EngineResponse> AnswerAsync(EngineRequest request, Func<EngineRequest, ValueTask<EngineResponse>> answer, CancellationToken aborted)
    {
        if (_pipeline is not { } pipeline)
        {
            return await answer(request).ConfigureAwait(false);
        }

        ResilienceContext context = ResilienceContextPool.Shared.Get(aborted);
        try
        {
            context.Properties.Set(RequestKey, request);
            return await pipeline.ExecuteAsync(static (_, state) => state.answer(state.request), context, (request, answer)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private void Add(Action<ResiliencePipelineBuilder<EngineResponse>> strategy)
    {
        lock (_lock)
        {
            _strategies.Add(strategy);

            // A delayed request is a held one: time moves on meanwhile.
            var builder = new ResiliencePipelineBuilder<EngineResponse> { TimeProvider = new HoldingTimeProvider(engine.Pacemaker) };
            _strategies.ForEach(add => add(builder));
            _pipeline = builder.Build();
        }
    }

    private bool Opens(FaultGate gate, ResilienceContext context) => gate.Opens(RequestOf(context), engine.Elapsed);

    private static EngineRequest RequestOf(ResilienceContext context) => context.Properties.GetValue(RequestKey, null!);
}
