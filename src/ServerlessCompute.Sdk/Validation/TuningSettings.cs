using static ServerlessCompute.TuningSettingForm;

namespace ServerlessCompute;

/// <summary>The settings of AutoML's search spaces.</summary>
internal static class TuningSettings
{
    public static IReadOnlyList<TuningSetting> Of(NlpSearchSpace s) =>
    [
        new(nameof(s.ModelName), s.ModelName, Text),
        new(nameof(s.NumberOfEpochs), s.NumberOfEpochs, WholeNumber),
        new(nameof(s.TrainingBatchSize), s.TrainingBatchSize, WholeNumber),
        new(nameof(s.ValidationBatchSize), s.ValidationBatchSize, WholeNumber),
        new(nameof(s.GradientAccumulationSteps), s.GradientAccumulationSteps, WholeNumber),
        new(nameof(s.LearningRate), s.LearningRate, Number),
        new(nameof(s.LearningRateScheduler), s.LearningRateScheduler, Text),
        new(nameof(s.WarmupRatio), s.WarmupRatio, Number),
        new(nameof(s.WeightDecay), s.WeightDecay, Number),
    ];

    public static IReadOnlyList<TuningSetting> Of(ImageClassificationSearchSpace s) =>
    [
        .. OfImage(s),
        new(nameof(s.TrainingCropSize), s.TrainingCropSize, WholeNumber),
        new(nameof(s.ValidationCropSize), s.ValidationCropSize, WholeNumber),
        new(nameof(s.ValidationResizeSize), s.ValidationResizeSize, WholeNumber),
        new(nameof(s.WeightedLoss), s.WeightedLoss, WholeNumber),
    ];

    public static IReadOnlyList<TuningSetting> Of(ImageObjectDetectionSearchSpace s) =>
    [
        .. OfImage(s),
        new(nameof(s.BoxDetectionsPerImage), s.BoxDetectionsPerImage, WholeNumber),
        new(nameof(s.BoxScoreThreshold), s.BoxScoreThreshold, Number),
        new(nameof(s.ImageSize), s.ImageSize, WholeNumber),
        new(nameof(s.MaxSize), s.MaxSize, WholeNumber),
        new(nameof(s.MinSize), s.MinSize, WholeNumber),
        new(nameof(s.ModelSize), s.ModelSize, Text),
        new(nameof(s.MultiScale), s.MultiScale, Flag),
        new(nameof(s.NmsIouThreshold), s.NmsIouThreshold, Number),
        new(nameof(s.TileGridSize), s.TileGridSize, Text),
        new(nameof(s.TileOverlapRatio), s.TileOverlapRatio, Number),
        new(nameof(s.TilePredictionsNmsThreshold), s.TilePredictionsNmsThreshold, Number),
        new(nameof(s.ValidationIouThreshold), s.ValidationIouThreshold, Number),
        new(nameof(s.ValidationMetricType), s.ValidationMetricType, Text),
    ];

    private static TuningSetting[] OfImage(ImageSearchSpace s) =>
    [
        new(nameof(s.ModelName), s.ModelName, Text),
        new(nameof(s.NumberOfEpochs), s.NumberOfEpochs, WholeNumber),
        new(nameof(s.TrainingBatchSize), s.TrainingBatchSize, WholeNumber),
        new(nameof(s.ValidationBatchSize), s.ValidationBatchSize, WholeNumber),
        new(nameof(s.LearningRate), s.LearningRate, Number),
        new(nameof(s.LearningRateScheduler), s.LearningRateScheduler, Text),
        new(nameof(s.StepLRGamma), s.StepLRGamma, Number),
        new(nameof(s.StepLRStepSize), s.StepLRStepSize, WholeNumber),
        new(nameof(s.WarmupCosineLRCycles), s.WarmupCosineLRCycles, Number),
        new(nameof(s.WarmupCosineLRWarmupEpochs), s.WarmupCosineLRWarmupEpochs, WholeNumber),
        new(nameof(s.Optimizer), s.Optimizer, Text),
        new(nameof(s.Momentum), s.Momentum, Number),
        new(nameof(s.Nesterov), s.Nesterov, Flag),
        new(nameof(s.WeightDecay), s.WeightDecay, Number),
        new(nameof(s.Beta1), s.Beta1, Number),
        new(nameof(s.Beta2), s.Beta2, Number),
        new(nameof(s.AmsGradient), s.AmsGradient, Flag),
        new(nameof(s.GradientAccumulationStep), s.GradientAccumulationStep, WholeNumber),
        new(nameof(s.LayersToFreeze), s.LayersToFreeze, WholeNumber),
        new(nameof(s.EarlyStopping), s.EarlyStopping, Flag),
        new(nameof(s.EarlyStoppingDelay), s.EarlyStoppingDelay, WholeNumber),
        new(nameof(s.EarlyStoppingPatience), s.EarlyStoppingPatience, WholeNumber),
        new(nameof(s.EvaluationFrequency), s.EvaluationFrequency, WholeNumber),
        new(nameof(s.Distributed), s.Distributed, Flag),
        new(nameof(s.NumberOfWorkers), s.NumberOfWorkers, WholeNumber),
        new(nameof(s.RandomSeed), s.RandomSeed, WholeNumber),
        new(nameof(s.EnableOnnxNormalization), s.EnableOnnxNormalization, Flag),
        new(nameof(s.Augmentations), s.Augmentations, Text),
    ];
}
