namespace ServerlessCompute;

/// <summary>How classifiers are trained on a table. Immutable.</summary>
public sealed record ClassificationTrainingSettings : TabularTrainingSettings
{
    /// <summary>The algorithms that are tried, and no others.</summary>
    /// <value>Empty: all that are not blocked.</value>
    public ValueList<ClassificationModel> AllowedTrainingAlgorithms { get; init; } = ValueList<ClassificationModel>.Empty;

    /// <summary>The algorithms that are not tried.</summary>
    public ValueList<ClassificationModel> BlockedTrainingAlgorithms { get; init; } = ValueList<ClassificationModel>.Empty;

    internal override IEnumerable<string> AllowedWords => AllowedTrainingAlgorithms.Select(algorithm => algorithm.ToString());

    internal override IEnumerable<string> BlockedWords => BlockedTrainingAlgorithms.Select(algorithm => algorithm.ToString());
}
