namespace ServerlessCompute;

/// <summary>Stops a share of the trials, the worst ones, at each interval. Immutable.</summary>
public sealed record TruncationSelectionPolicy : EarlyTerminationPolicy
{
    /// <summary>The share in percent, 1 to 99.</summary>
    /// <value>Null: the service takes 0 and stops none.</value>
    public int? TruncationPercentage { get; init; }

    internal override string Kind => "TruncationSelection";
}
