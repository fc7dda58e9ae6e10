namespace ServerlessCompute;

/// <summary>Stops trials that are worse than the best one by more than a slack. Immutable.</summary>
public sealed record BanditPolicy : EarlyTerminationPolicy
{
    /// <summary>The slack as a ratio of the best trial's metric.</summary>
    /// <value>Null: <see cref="SlackAmount"/> counts.</value>
    public double? SlackFactor { get; init; }

    /// <summary>The slack as an amount of the metric.</summary>
    /// <value>Null: <see cref="SlackFactor"/> counts.</value>
    public double? SlackAmount { get; init; }

    internal override string Kind => "Bandit";
}
