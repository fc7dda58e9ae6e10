namespace ServerlessCompute;

/// <summary>The tables of the models that AutoML over images tries, and of what differs between their trials.</summary>
internal static class AutoMlImageSpaces
{
    private static readonly TuningForm _text = new(TuningKind.Text, textInSteps: true);

    private static readonly TuningForm _integer = new(TuningKind.Integer, textInSteps: true);

    private static readonly TuningForm _number = new(TuningKind.Number, textInSteps: true);

    private static readonly TuningForm _flag = new(TuningKind.Flag, textInSteps: true);

    private static readonly TuningForm _learningRateScheduler = Word<LearningRateScheduler>();

    private static readonly TuningForm _optimizer = Word<StochasticOptimizer>();

    private static readonly TuningForm _modelSize = Word<ModelSize>();

    private static readonly TuningForm _validationMetricType = Word<ValidationMetricType>();

    public static ValueForm<ValueList<ImageClassificationSearchSpace>> Classification { get; } = new ListForm<ImageClassificationSearchSpace>(
        Space(new Shape<ImageClassificationSearchSpace>(new()))
            .Add("trainingCropSize", _integer, s => s.TrainingCropSize, (s, v) => s with { TrainingCropSize = v })
            .Add("validationCropSize", _integer, s => s.ValidationCropSize, (s, v) => s with { ValidationCropSize = v })
            .Add("validationResizeSize", _integer, s => s.ValidationResizeSize, (s, v) => s with { ValidationResizeSize = v })
            .Add("weightedLoss", _integer, s => s.WeightedLoss, (s, v) => s with { WeightedLoss = v }));

    public static ValueForm<ValueList<ImageObjectDetectionSearchSpace>> Detection { get; } = new ListForm<ImageObjectDetectionSearchSpace>(
        Space(new Shape<ImageObjectDetectionSearchSpace>(new()))
            .Add("boxDetectionsPerImage", _integer, s => s.BoxDetectionsPerImage, (s, v) => s with { BoxDetectionsPerImage = v })
            .Add("boxScoreThreshold", _number, s => s.BoxScoreThreshold, (s, v) => s with { BoxScoreThreshold = v })
            .Add("imageSize", _integer, s => s.ImageSize, (s, v) => s with { ImageSize = v })
            .Add("maxSize", _integer, s => s.MaxSize, (s, v) => s with { MaxSize = v })
            .Add("minSize", _integer, s => s.MinSize, (s, v) => s with { MinSize = v })
            .Add("modelSize", _modelSize, s => s.ModelSize, (s, v) => s with { ModelSize = v })
            .Add("multiScale", _flag, s => s.MultiScale, (s, v) => s with { MultiScale = v })
            .Add("nmsIouThreshold", _number, s => s.NmsIouThreshold, (s, v) => s with { NmsIouThreshold = v })
            .Add("tileGridSize", _text, s => s.TileGridSize, (s, v) => s with { TileGridSize = v })
            .Add("tileOverlapRatio", _number, s => s.TileOverlapRatio, (s, v) => s with { TileOverlapRatio = v })
            .Add("tilePredictionsNmsThreshold", _number, s => s.TilePredictionsNmsThreshold, (s, v) => s with { TilePredictionsNmsThreshold = v })
            .Add("validationIouThreshold", _number, s => s.ValidationIouThreshold, (s, v) => s with { ValidationIouThreshold = v })
            .Add("validationMetricType", _validationMetricType, s => s.ValidationMetricType, (s, v) => s with { ValidationMetricType = v }));

    private static Shape<T> Space<T>(Shape<T> shape)
        where T : ImageSearchSpace => shape
            .Add("modelName", _text, s => s.ModelName, (s, v) => s with { ModelName = v })
            .Add("numberOfEpochs", _integer, s => s.NumberOfEpochs, (s, v) => s with { NumberOfEpochs = v })
            .Add("trainingBatchSize", _integer, s => s.TrainingBatchSize, (s, v) => s with { TrainingBatchSize = v })
            .Add("validationBatchSize", _integer, s => s.ValidationBatchSize, (s, v) => s with { ValidationBatchSize = v })
            .Add("learningRate", _number, s => s.LearningRate, (s, v) => s with { LearningRate = v })
            .Add("learningRateScheduler", _learningRateScheduler, s => s.LearningRateScheduler, (s, v) => s with { LearningRateScheduler = v })
            .Add("stepLRGamma", _number, s => s.StepLRGamma, (s, v) => s with { StepLRGamma = v })
            .Add("stepLRStepSize", _integer, s => s.StepLRStepSize, (s, v) => s with { StepLRStepSize = v })
            .Add("warmupCosineLRCycles", _number, s => s.WarmupCosineLRCycles, (s, v) => s with { WarmupCosineLRCycles = v })
            .Add("warmupCosineLRWarmupEpochs", _integer, s => s.WarmupCosineLRWarmupEpochs, (s, v) => s with { WarmupCosineLRWarmupEpochs = v })
            .Add("optimizer", _optimizer, s => s.Optimizer, (s, v) => s with { Optimizer = v })
            .Add("momentum", _number, s => s.Momentum, (s, v) => s with { Momentum = v })
            .Add("nesterov", _flag, s => s.Nesterov, (s, v) => s with { Nesterov = v })
            .Add("weightDecay", _number, s => s.WeightDecay, (s, v) => s with { WeightDecay = v })
            .Add("beta1", _number, s => s.Beta1, (s, v) => s with { Beta1 = v })
            .Add("beta2", _number, s => s.Beta2, (s, v) => s with { Beta2 = v })
            .Add("amsGradient", _flag, s => s.AmsGradient, (s, v) => s with { AmsGradient = v })
            .Add("gradientAccumulationStep", _integer, s => s.GradientAccumulationStep, (s, v) => s with { GradientAccumulationStep = v })
            .Add("layersToFreeze", _integer, s => s.LayersToFreeze, (s, v) => s with { LayersToFreeze = v })
            .Add("earlyStopping", _flag, s => s.EarlyStopping, (s, v) => s with { EarlyStopping = v })
            .Add("earlyStoppingDelay", _integer, s => s.EarlyStoppingDelay, (s, v) => s with { EarlyStoppingDelay = v })
            .Add("earlyStoppingPatience", _integer, s => s.EarlyStoppingPatience, (s, v) => s with { EarlyStoppingPatience = v })
            .Add("evaluationFrequency", _integer, s => s.EvaluationFrequency, (s, v) => s with { EvaluationFrequency = v })
            .Add("distributed", _flag, s => s.Distributed, (s, v) => s with { Distributed = v })
            .Add("numberOfWorkers", _integer, s => s.NumberOfWorkers, (s, v) => s with { NumberOfWorkers = v })
            .Add("randomSeed", _integer, s => s.RandomSeed, (s, v) => s with { RandomSeed = v })
            .Add("enableOnnxNormalization", _flag, s => s.EnableOnnxNormalization, (s, v) => s with { EnableOnnxNormalization = v })
            .Add("augmentations", _text, s => s.Augmentations, (s, v) => s with { Augmentations = v });

    private static TuningForm Word<T>()
        where T : struct, IOpenEnum<T> => new(TuningKind.Word, textInSteps: true, AutoMlWords.Spelled<T>());
}
