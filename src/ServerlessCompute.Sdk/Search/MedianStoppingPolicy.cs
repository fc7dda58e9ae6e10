namespace ServerlessCompute;

/// <summary>Stops trials whose best metric is worse than the median of the others' running averages. Immutable.</summary>
public sealed record MedianStoppingPolicy : EarlyTerminationPolicy
{
    /// <summary>A policy that looks at every logged value.</summary>
    public MedianStoppingPolicy() => EvaluationInterval = 1;

    internal override string Kind => "MedianStopping";
}
