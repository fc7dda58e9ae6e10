namespace ServerlessCompute;

/// <summary>What a sweep looks for. Immutable.</summary>
public sealed record SweepObjective : JobPart
{
    /// <summary>The metric that trials log, letter by letter.</summary>
    /// <value>Empty, which is an error.</value>
    public string PrimaryMetric { get; init; } = "";

    /// <summary>Which way the metric is better.</summary>
    public Goal Goal { get; init; }
}
