namespace ServerlessCompute;

/// <summary>How forecasting models are trained on a table. Immutable.</summary>
public sealed record ForecastingTrainingSettings : TabularTrainingSettings
{
    /// <summary>The algorithms that are tried, and no others.</summary>
    /// <value>Empty: all that are not blocked.</value>
    public ValueList<ForecastingModel> AllowedTrainingAlgorithms { get; init; } = ValueList<ForecastingModel>.Empty;

    /// <summary>The algorithms that are not tried.</summary>
    public ValueList<ForecastingModel> BlockedTrainingAlgorithms { get; init; } = ValueList<ForecastingModel>.Empty;

    internal override IEnumerable<string> AllowedWords => AllowedTrainingAlgorithms.Select(algorithm => algorithm.ToString());

    internal override IEnumerable<string> BlockedWords => BlockedTrainingAlgorithms.Select(algorithm => algorithm.ToString());
}
