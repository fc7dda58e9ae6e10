using Polly.Simmy;

namespace ServerlessCompute;

/// <summary>Options of <see cref="AftermathStrategy"/>: those that every chaos strategy has.</summary>
internal sealed class AftermathOptions : ChaosStrategyOptions
{
    public AftermathOptions() => Name = "Aftermath";
}
