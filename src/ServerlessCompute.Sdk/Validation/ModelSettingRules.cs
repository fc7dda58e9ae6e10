using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Settings of image and text models: within what the contract says of each, and none of another model's.</summary>
internal static class ModelSettingRules
{
    private const string Place = nameof(AutoMlTextJob.TrainingParameters);

    private static readonly string[] _yolo = ["yolov5"];

    public static void Check(NlpFixedParameters p, JobReport report)
    {
        CheckShares(report, (nameof(p.LearningRate), p.LearningRate), (nameof(p.WarmupRatio), p.WarmupRatio), (nameof(p.WeightDecay), p.WeightDecay));
        CheckCounts(
            report,
            (nameof(p.NumberOfEpochs), p.NumberOfEpochs),
            (nameof(p.TrainingBatchSize), p.TrainingBatchSize),
            (nameof(p.ValidationBatchSize), p.ValidationBatchSize),
            (nameof(p.GradientAccumulationSteps), p.GradientAccumulationSteps));
        AutoMlWordRules.Check(p.LearningRateScheduler, $"{Place}.{nameof(p.LearningRateScheduler)}", report);
        AdditionalPropertyRules.Check(p, Place, report);
    }

    public static void Check(ImageModelSettings s, JobReport report)
    {
        CheckShares(
            report,
            (nameof(s.LearningRate), s.LearningRate),
            (nameof(s.StepLRGamma), s.StepLRGamma),
            (nameof(s.WarmupCosineLRCycles), s.WarmupCosineLRCycles),
            (nameof(s.Momentum), s.Momentum),
            (nameof(s.WeightDecay), s.WeightDecay),
            (nameof(s.Beta1), s.Beta1),
            (nameof(s.Beta2), s.Beta2));
        CheckCounts(
            report,
            (nameof(s.NumberOfEpochs), s.NumberOfEpochs),
            (nameof(s.TrainingBatchSize), s.TrainingBatchSize),
            (nameof(s.ValidationBatchSize), s.ValidationBatchSize),
            (nameof(s.StepLRStepSize), s.StepLRStepSize),
            (nameof(s.WarmupCosineLRWarmupEpochs), s.WarmupCosineLRWarmupEpochs),
            (nameof(s.GradientAccumulationStep), s.GradientAccumulationStep),
            (nameof(s.EarlyStoppingDelay), s.EarlyStoppingDelay),
            (nameof(s.EarlyStoppingPatience), s.EarlyStoppingPatience),
            (nameof(s.EvaluationFrequency), s.EvaluationFrequency),
            (nameof(s.CheckpointFrequency), s.CheckpointFrequency));
        CheckRange(s.LayersToFreeze, nameof(s.LayersToFreeze), 0, null, report);
        CheckRange(s.NumberOfWorkers, nameof(s.NumberOfWorkers), 0, null, report);
        AutoMlWordRules.Check(s.LearningRateScheduler, $"{Place}.{nameof(s.LearningRateScheduler)}", report);
        AutoMlWordRules.Check(s.Optimizer, $"{Place}.{nameof(s.Optimizer)}", report);
        AutoMlRules.CheckData(s.CheckpointModel, $"{Place}.{nameof(s.CheckpointModel)}", InputType.MlflowModel, "Write Input.MlflowModel(path).", report);
        AdditionalPropertyRules.Check(s, Place, report);
        switch (s)
        {
            case ImageModelSettingsClassification classification:
                Check(classification, report);
                break;
            case ImageModelSettingsObjectDetection detection:
                Check(detection, report);
                break;
        }
    }

    private static void Check(ImageModelSettingsClassification s, JobReport report)
    {
        CheckCounts(report, (nameof(s.TrainingCropSize), s.TrainingCropSize), (nameof(s.ValidationCropSize), s.ValidationCropSize), (nameof(s.ValidationResizeSize), s.ValidationResizeSize));
        CheckRange(s.WeightedLoss, nameof(s.WeightedLoss), 0, 2, report);
    }

    private static void Check(ImageModelSettingsObjectDetection s, JobReport report)
    {
        CheckShares(
            report,
            (nameof(s.BoxScoreThreshold), s.BoxScoreThreshold),
            (nameof(s.NmsIouThreshold), s.NmsIouThreshold),
            (nameof(s.TileOverlapRatio), s.TileOverlapRatio),
            (nameof(s.TilePredictionsNmsThreshold), s.TilePredictionsNmsThreshold),
            (nameof(s.ValidationIouThreshold), s.ValidationIouThreshold));
        CheckCounts(
            report,
            (nameof(s.BoxDetectionsPerImage), s.BoxDetectionsPerImage),
            (nameof(s.ImageSize), s.ImageSize),
            (nameof(s.MaxSize), s.MaxSize),
            (nameof(s.MinSize), s.MinSize));
        AutoMlWordRules.Check(s.ModelSize, $"{Place}.{nameof(s.ModelSize)}", report);
        AutoMlWordRules.Check(s.ValidationMetricType, $"{Place}.{nameof(s.ValidationMetricType)}", report);
        AutoMlWordRules.Check(s.LogTrainingMetrics, $"{Place}.{nameof(s.LogTrainingMetrics)}", report);
        AutoMlWordRules.Check(s.LogValidationLoss, $"{Place}.{nameof(s.LogValidationLoss)}", report);
        CheckModel(s, report);
    }

    private static void CheckModel(ImageModelSettingsObjectDetection s, JobReport report)
    {
        if (s.ModelName is not { } model)
        {
            return;
        }

        bool isYolo = _yolo.Contains(model, StringComparer.OrdinalIgnoreCase);
        string? unfit = isYolo
            ? First(
                (nameof(s.BoxDetectionsPerImage), s.BoxDetectionsPerImage is not null),
                (nameof(s.MaxSize), s.MaxSize is not null),
                (nameof(s.MinSize), s.MinSize is not null),
                (nameof(s.TileGridSize), s.TileGridSize is not null),
                (nameof(s.TileOverlapRatio), s.TileOverlapRatio is not null),
                (nameof(s.TilePredictionsNmsThreshold), s.TilePredictionsNmsThreshold is not null))
            : First(
                (nameof(s.ImageSize), s.ImageSize is not null),
                (nameof(s.ModelSize), s.ModelSize.Value is not null && s.ModelSize != ModelSize.None),
                (nameof(s.MultiScale), s.MultiScale is not null));
        if (unfit is not null)
        {
            report.Add(ModelSettingUnfit, $"{Place}.{unfit}", $"The model {Shown.Value(model)} has no {unfit}{(isYolo ? "" : ", which is YOLO's")}.", "Leave it out, or choose another model.");
        }
    }

    private static string? First(params (string Name, bool IsSet)[] settings) => Array.Find(settings, setting => setting.IsSet).Name;

    private static void CheckShares(JobReport report, params ReadOnlySpan<(string Name, double? Value)> settings)
    {
        foreach ((string name, double? value) in settings)
        {
            CheckRange(value, name, 0, 1, report);
        }
    }

    private static void CheckCounts(JobReport report, params ReadOnlySpan<(string Name, int? Value)> settings)
    {
        foreach ((string name, int? value) in settings)
        {
            CheckRange(value, name, 1, null, report);
        }
    }

    private static void CheckRange(double? value, string name, int least, int? most, JobReport report)
    {
        if (value is { } given && !(given >= least && !(given > most)))
        {
            report.Add(ModelSettingRange, $"{Place}.{name}", $"{name} is {LiteralFormat.Format(given)}.", most is null ? $"Give {least} or more." : $"Give a number from {least} to {most}.");
        }
    }
}
