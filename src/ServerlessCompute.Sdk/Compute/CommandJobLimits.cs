namespace ServerlessCompute;

/// <summary>When a command job is ended. Immutable.</summary>
public sealed record CommandJobLimits : JobPart
{
    /// <summary>How long the job may run; then the service cancels it. Whole seconds.</summary>
    /// <value>Null: as long as the service allows (21 days, 7 on Spot).</value>
    public TimeSpan? Timeout { get; init; }
}
