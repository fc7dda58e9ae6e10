namespace ServerlessCompute;

/// <summary>How regression models are trained on a table. Immutable.</summary>
public sealed record RegressionTrainingSettings : TabularTrainingSettings
{
    /// <summary>The algorithms that are tried, and no others.</summary>
    /// <value>Empty: all that are not blocked.</value>
    public ValueList<RegressionModel> AllowedTrainingAlgorithms { get; init; } = ValueList<RegressionModel>.Empty;

    /// <summary>The algorithms that are not tried.</summary>
    public ValueList<RegressionModel> BlockedTrainingAlgorithms { get; init; } = ValueList<RegressionModel>.Empty;

    internal override IEnumerable<string> AllowedWords => AllowedTrainingAlgorithms.Select(algorithm => algorithm.ToString());

    internal override IEnumerable<string> BlockedWords => BlockedTrainingAlgorithms.Select(algorithm => algorithm.ToString());
}
