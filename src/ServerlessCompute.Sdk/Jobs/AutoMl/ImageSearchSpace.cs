namespace ServerlessCompute;

/// <summary>
/// Models that an AutoML job over images tries, and what differs between their trials: each setting has one value or a distribution.
/// Immutable.
/// </summary>
public abstract record ImageSearchSpace : JobPart
{
    private protected ImageSearchSpace()
    {
    }

    /// <inheritdoc cref="ImageModelSettings.ModelName"/>
    public SearchValue? ModelName { get; init; }

    /// <inheritdoc cref="ImageModelSettings.NumberOfEpochs"/>
    public SearchValue? NumberOfEpochs { get; init; }

    /// <inheritdoc cref="ImageModelSettings.TrainingBatchSize"/>
    public SearchValue? TrainingBatchSize { get; init; }

    /// <inheritdoc cref="ImageModelSettings.ValidationBatchSize"/>
    public SearchValue? ValidationBatchSize { get; init; }

    /// <inheritdoc cref="ImageModelSettings.LearningRate"/>
    public SearchValue? LearningRate { get; init; }

    /// <inheritdoc cref="ImageModelSettings.LearningRateScheduler"/>
    public SearchValue? LearningRateScheduler { get; init; }

    /// <inheritdoc cref="ImageModelSettings.StepLRGamma"/>
    public SearchValue? StepLRGamma { get; init; }

    /// <inheritdoc cref="ImageModelSettings.StepLRStepSize"/>
    public SearchValue? StepLRStepSize { get; init; }

    /// <inheritdoc cref="ImageModelSettings.WarmupCosineLRCycles"/>
    public SearchValue? WarmupCosineLRCycles { get; init; }

    /// <inheritdoc cref="ImageModelSettings.WarmupCosineLRWarmupEpochs"/>
    public SearchValue? WarmupCosineLRWarmupEpochs { get; init; }

    /// <inheritdoc cref="ImageModelSettings.Optimizer"/>
    public SearchValue? Optimizer { get; init; }

    /// <inheritdoc cref="ImageModelSettings.Momentum"/>
    public SearchValue? Momentum { get; init; }

    /// <inheritdoc cref="ImageModelSettings.Nesterov"/>
    public SearchValue? Nesterov { get; init; }

    /// <inheritdoc cref="ImageModelSettings.WeightDecay"/>
    public SearchValue? WeightDecay { get; init; }

    /// <inheritdoc cref="ImageModelSettings.Beta1"/>
    public SearchValue? Beta1 { get; init; }

    /// <inheritdoc cref="ImageModelSettings.Beta2"/>
    public SearchValue? Beta2 { get; init; }

    /// <inheritdoc cref="ImageModelSettings.AmsGradient"/>
    public SearchValue? AmsGradient { get; init; }

    /// <inheritdoc cref="ImageModelSettings.GradientAccumulationStep"/>
    public SearchValue? GradientAccumulationStep { get; init; }

    /// <inheritdoc cref="ImageModelSettings.LayersToFreeze"/>
    public SearchValue? LayersToFreeze { get; init; }

    /// <inheritdoc cref="ImageModelSettings.EarlyStopping"/>
    public SearchValue? EarlyStopping { get; init; }

    /// <inheritdoc cref="ImageModelSettings.EarlyStoppingDelay"/>
    public SearchValue? EarlyStoppingDelay { get; init; }

    /// <inheritdoc cref="ImageModelSettings.EarlyStoppingPatience"/>
    public SearchValue? EarlyStoppingPatience { get; init; }

    /// <inheritdoc cref="ImageModelSettings.EvaluationFrequency"/>
    public SearchValue? EvaluationFrequency { get; init; }

    /// <inheritdoc cref="ImageModelSettings.Distributed"/>
    public SearchValue? Distributed { get; init; }

    /// <inheritdoc cref="ImageModelSettings.NumberOfWorkers"/>
    public SearchValue? NumberOfWorkers { get; init; }

    /// <inheritdoc cref="ImageModelSettings.RandomSeed"/>
    public SearchValue? RandomSeed { get; init; }

    /// <inheritdoc cref="ImageModelSettings.EnableOnnxNormalization"/>
    public SearchValue? EnableOnnxNormalization { get; init; }

    /// <inheritdoc cref="ImageModelSettings.Augmentations"/>
    public SearchValue? Augmentations { get; init; }

    /// <summary>The task this space is for. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }
}
