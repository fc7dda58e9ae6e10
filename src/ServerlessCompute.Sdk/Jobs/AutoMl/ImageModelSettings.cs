namespace ServerlessCompute;

/// <summary>How an image model is trained; what is not set, the service chooses for the model. Immutable.</summary>
public abstract record ImageModelSettings : JobPart
{
    private protected ImageModelSettings()
    {
    }

    /// <summary>The model, for example <c>vitb16r224</c>, <c>yolov5</c> or <c>maskrcnn_resnet50_fpn</c>.</summary>
    public string? ModelName { get; init; }

    /// <summary>The number of epochs.</summary>
    public int? NumberOfEpochs { get; init; }

    /// <summary>The number of images in a training step.</summary>
    public int? TrainingBatchSize { get; init; }

    /// <summary>The number of images in a validation step.</summary>
    public int? ValidationBatchSize { get; init; }

    /// <summary>The learning rate at the beginning, 0 to 1.</summary>
    public double? LearningRate { get; init; }

    /// <summary>How the learning rate changes.</summary>
    public LearningRateScheduler LearningRateScheduler { get; init; }

    /// <summary>The factor of <see cref="LearningRateScheduler.Step"/>, 0 to 1.</summary>
    public double? StepLRGamma { get; init; }

    /// <summary>The number of epochs between the steps of <see cref="LearningRateScheduler.Step"/>.</summary>
    public int? StepLRStepSize { get; init; }

    /// <summary>The cycles of <see cref="LearningRateScheduler.WarmupCosine"/>, 0 to 1.</summary>
    public double? WarmupCosineLRCycles { get; init; }

    /// <summary>The number of epochs in which <see cref="LearningRateScheduler.WarmupCosine"/> rises.</summary>
    public int? WarmupCosineLRWarmupEpochs { get; init; }

    /// <summary>The optimiser.</summary>
    public StochasticOptimizer Optimizer { get; init; }

    /// <summary>The momentum of <see cref="StochasticOptimizer.Sgd"/>, 0 to 1.</summary>
    public double? Momentum { get; init; }

    /// <summary>Whether <see cref="StochasticOptimizer.Sgd"/> looks ahead as Nesterov does.</summary>
    public bool? Nesterov { get; init; }

    /// <summary>The weight decay, 0 to 1.</summary>
    public double? WeightDecay { get; init; }

    /// <summary>The decay of the first moment of <see cref="StochasticOptimizer.Adam"/>, 0 to 1.</summary>
    public double? Beta1 { get; init; }

    /// <summary>The decay of the second moment of <see cref="StochasticOptimizer.Adam"/>, 0 to 1.</summary>
    public double? Beta2 { get; init; }

    /// <summary>Whether <see cref="StochasticOptimizer.Adam"/> is used as AMSGrad.</summary>
    public bool? AmsGradient { get; init; }

    /// <summary>The number of steps whose gradients are added up before the weights change.</summary>
    public int? GradientAccumulationStep { get; init; }

    /// <summary>The number of layers whose weights stay.</summary>
    public int? LayersToFreeze { get; init; }

    /// <summary>Whether training ends when the metric gets no better.</summary>
    public bool? EarlyStopping { get; init; }

    /// <summary>The number of epochs before <see cref="EarlyStopping"/> looks at the metric.</summary>
    public int? EarlyStoppingDelay { get; init; }

    /// <summary>The number of epochs without a better metric after which <see cref="EarlyStopping"/> ends the training.</summary>
    public int? EarlyStoppingPatience { get; init; }

    /// <summary>The number of epochs between evaluations.</summary>
    public int? EvaluationFrequency { get; init; }

    /// <summary>Whether several GPUs train together.</summary>
    public bool? Distributed { get; init; }

    /// <summary>The number of processes that load data.</summary>
    public int? NumberOfWorkers { get; init; }

    /// <summary>Makes training repeat itself.</summary>
    public int? RandomSeed { get; init; }

    /// <summary>Whether the exported ONNX model normalises its input.</summary>
    public bool? EnableOnnxNormalization { get; init; }

    /// <summary>How images are varied.</summary>
    public string? Augmentations { get; init; }

    /// <summary>Settings for special cases, as JSON text.</summary>
    public string? AdvancedSettings { get; init; }

    /// <summary>The number of epochs between checkpoints.</summary>
    public int? CheckpointFrequency { get; init; }

    /// <summary>The run whose checkpoint training goes on from.</summary>
    public string? CheckpointRunId { get; init; }

    /// <summary>The MLflow model that training goes on from.</summary>
    public DataInput? CheckpointModel { get; init; }

    /// <summary>The task these settings are for. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }
}
