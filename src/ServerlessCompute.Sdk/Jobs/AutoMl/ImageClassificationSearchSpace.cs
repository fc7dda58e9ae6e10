namespace ServerlessCompute;

/// <summary>Image classifiers that are tried, and what differs between their trials. Immutable.</summary>
/// <example>
/// <code>
/// new ImageClassificationSearchSpace { ModelName = Search.Choice("vitb16r224", "seresnext"), LearningRate = Search.Uniform(0.001, 0.01) }
/// </code>
/// </example>
public sealed record ImageClassificationSearchSpace : ImageSearchSpace
{
    /// <inheritdoc cref="ImageModelSettingsClassification.TrainingCropSize"/>
    public SearchValue? TrainingCropSize { get; init; }

    /// <inheritdoc cref="ImageModelSettingsClassification.ValidationCropSize"/>
    public SearchValue? ValidationCropSize { get; init; }

    /// <inheritdoc cref="ImageModelSettingsClassification.ValidationResizeSize"/>
    public SearchValue? ValidationResizeSize { get; init; }

    /// <inheritdoc cref="ImageModelSettingsClassification.WeightedLoss"/>
    public SearchValue? WeightedLoss { get; init; }

    internal override string Kind => "classification";
}
