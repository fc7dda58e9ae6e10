namespace ServerlessCompute;

/// <summary>
/// Text models that are tried, and what differs between their trials: each setting has one value or a distribution (known to preview
/// versions of the contract only). Immutable.
/// </summary>
/// <example>
/// <code>
/// new NlpSearchSpace { ModelName = Search.Choice("bert-base-cased", "roberta-base"), LearningRate = Search.Uniform(1e-5, 5e-5) }
/// </code>
/// </example>
public sealed record NlpSearchSpace : JobPart
{
    /// <inheritdoc cref="NlpFixedParameters.ModelName"/>
    public SearchValue? ModelName { get; init; }

    /// <inheritdoc cref="NlpFixedParameters.NumberOfEpochs"/>
    public SearchValue? NumberOfEpochs { get; init; }

    /// <inheritdoc cref="NlpFixedParameters.TrainingBatchSize"/>
    public SearchValue? TrainingBatchSize { get; init; }

    /// <inheritdoc cref="NlpFixedParameters.ValidationBatchSize"/>
    public SearchValue? ValidationBatchSize { get; init; }

    /// <inheritdoc cref="NlpFixedParameters.GradientAccumulationSteps"/>
    public SearchValue? GradientAccumulationSteps { get; init; }

    /// <inheritdoc cref="NlpFixedParameters.LearningRate"/>
    public SearchValue? LearningRate { get; init; }

    /// <inheritdoc cref="NlpFixedParameters.LearningRateScheduler"/>
    public SearchValue? LearningRateScheduler { get; init; }

    /// <inheritdoc cref="NlpFixedParameters.WarmupRatio"/>
    public SearchValue? WarmupRatio { get; init; }

    /// <inheritdoc cref="NlpFixedParameters.WeightDecay"/>
    public SearchValue? WeightDecay { get; init; }
}
