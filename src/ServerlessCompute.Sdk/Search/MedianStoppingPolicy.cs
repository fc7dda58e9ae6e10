namespace ServerlessCompute;

/// <summary>Stops trials whose best metric is worse than the median of the others' running averages. Immutable.</summary>
public sealed record MedianStoppingPolicy : EarlyTerminationPolicy
{
    internal override string Kind => "MedianStopping";
}
