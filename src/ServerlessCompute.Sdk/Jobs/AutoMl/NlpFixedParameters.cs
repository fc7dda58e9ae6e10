namespace ServerlessCompute;

/// <summary>How a text model is trained; what is not set, the service chooses for the model. Immutable.</summary>
public sealed record NlpFixedParameters : JobPart
{
    /// <summary>The model, for example <c>bert-base-cased</c> or <c>xlm-roberta-base</c>.</summary>
    public string? ModelName { get; init; }

    /// <summary>The number of epochs.</summary>
    public int? NumberOfEpochs { get; init; }

    /// <summary>The number of texts in a training step.</summary>
    public int? TrainingBatchSize { get; init; }

    /// <summary>The number of texts in a validation step.</summary>
    public int? ValidationBatchSize { get; init; }

    /// <summary>The number of steps whose gradients are added up before the weights change.</summary>
    public int? GradientAccumulationSteps { get; init; }

    /// <summary>The learning rate at the beginning, 0 to 1.</summary>
    public double? LearningRate { get; init; }

    /// <summary>How the learning rate changes.</summary>
    public NlpLearningRateScheduler LearningRateScheduler { get; init; }

    /// <summary>The share of steps in which the learning rate rises, 0 to 1.</summary>
    public double? WarmupRatio { get; init; }

    /// <summary>The weight decay, 0 to 1.</summary>
    public double? WeightDecay { get; init; }
}
