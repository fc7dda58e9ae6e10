namespace ServerlessCompute;

/// <summary>The tables of how image models are trained, and of what is tried.</summary>
internal static class AutoMlImageTables
{
    private static readonly TableDataForm _checkpoint = new(InputType.MlflowModel);

    public static ValueForm<ImageLimitSettings> Limits { get; } = new Shape<ImageLimitSettings>(new())
        .Add("maxTrials", Forms.Integer, l => l.MaxTrials, (l, v) => l with { MaxTrials = v })
        .Add("maxConcurrentTrials", Forms.Integer, l => l.MaxConcurrentTrials, (l, v) => l with { MaxConcurrentTrials = v })
        .Add(MemberNames.Of("timeout", "timeout_minutes"), Forms.Minutes, l => l.Timeout, (l, v) => l with { Timeout = v });

    public static ValueForm<ImageModelSettingsClassification> Classification { get; } = Settings(new Shape<ImageModelSettingsClassification>(new()))
        .Add("trainingCropSize", Forms.Integer, s => s.TrainingCropSize, (s, v) => s with { TrainingCropSize = v })
        .Add("validationCropSize", Forms.Integer, s => s.ValidationCropSize, (s, v) => s with { ValidationCropSize = v })
        .Add("validationResizeSize", Forms.Integer, s => s.ValidationResizeSize, (s, v) => s with { ValidationResizeSize = v })
        .Add("weightedLoss", Forms.Integer, s => s.WeightedLoss, (s, v) => s with { WeightedLoss = v });

    public static ValueForm<ImageModelSettingsObjectDetection> Detection { get; } = Settings(new Shape<ImageModelSettingsObjectDetection>(new()))
        .Add("boxDetectionsPerImage", Forms.Integer, s => s.BoxDetectionsPerImage, (s, v) => s with { BoxDetectionsPerImage = v })
        .Add("boxScoreThreshold", Forms.Number, s => s.BoxScoreThreshold, (s, v) => s with { BoxScoreThreshold = v })
        .Add("imageSize", Forms.Integer, s => s.ImageSize, (s, v) => s with { ImageSize = v })
        .Add("maxSize", Forms.Integer, s => s.MaxSize, (s, v) => s with { MaxSize = v })
        .Add("minSize", Forms.Integer, s => s.MinSize, (s, v) => s with { MinSize = v })
        .Add("modelSize", AutoMlWords.ModelSize, s => s.ModelSize, (s, v) => s with { ModelSize = v })
        .Add("multiScale", Forms.Flag, s => s.MultiScale, (s, v) => s with { MultiScale = v })
        .Add("nmsIouThreshold", Forms.Number, s => s.NmsIouThreshold, (s, v) => s with { NmsIouThreshold = v })
        .Add("tileGridSize", Forms.Text, s => s.TileGridSize, (s, v) => s with { TileGridSize = v })
        .Add("tileOverlapRatio", Forms.Number, s => s.TileOverlapRatio, (s, v) => s with { TileOverlapRatio = v })
        .Add("tilePredictionsNmsThreshold", Forms.Number, s => s.TilePredictionsNmsThreshold, (s, v) => s with { TilePredictionsNmsThreshold = v })
        .Add("validationIouThreshold", Forms.Number, s => s.ValidationIouThreshold, (s, v) => s with { ValidationIouThreshold = v })
        .Add("validationMetricType", AutoMlWords.ValidationMetricType, s => s.ValidationMetricType, (s, v) => s with { ValidationMetricType = v })
        .Add("logTrainingMetrics", AutoMlWords.LogTrainingMetrics, s => s.LogTrainingMetrics, (s, v) => s with { LogTrainingMetrics = v })
        .Add("logValidationLoss", AutoMlWords.LogValidationLoss, s => s.LogValidationLoss, (s, v) => s with { LogValidationLoss = v });

    private static Shape<T> Settings<T>(Shape<T> shape)
        where T : ImageModelSettings => shape
            .Add("modelName", Forms.Text, s => s.ModelName, (s, v) => s with { ModelName = v })
            .Add("numberOfEpochs", Forms.Integer, s => s.NumberOfEpochs, (s, v) => s with { NumberOfEpochs = v })
            .Add("trainingBatchSize", Forms.Integer, s => s.TrainingBatchSize, (s, v) => s with { TrainingBatchSize = v })
            .Add("validationBatchSize", Forms.Integer, s => s.ValidationBatchSize, (s, v) => s with { ValidationBatchSize = v })
            .Add("learningRate", Forms.Number, s => s.LearningRate, (s, v) => s with { LearningRate = v })
            .Add("learningRateScheduler", AutoMlWords.LearningRateScheduler, s => s.LearningRateScheduler, (s, v) => s with { LearningRateScheduler = v })
            .Add("stepLRGamma", Forms.Number, s => s.StepLRGamma, (s, v) => s with { StepLRGamma = v })
            .Add("stepLRStepSize", Forms.Integer, s => s.StepLRStepSize, (s, v) => s with { StepLRStepSize = v })
            .Add("warmupCosineLRCycles", Forms.Number, s => s.WarmupCosineLRCycles, (s, v) => s with { WarmupCosineLRCycles = v })
            .Add("warmupCosineLRWarmupEpochs", Forms.Integer, s => s.WarmupCosineLRWarmupEpochs, (s, v) => s with { WarmupCosineLRWarmupEpochs = v })
            .Add("optimizer", AutoMlWords.Optimizer, s => s.Optimizer, (s, v) => s with { Optimizer = v })
            .Add("momentum", Forms.Number, s => s.Momentum, (s, v) => s with { Momentum = v })
            .Add("nesterov", Forms.Flag, s => s.Nesterov, (s, v) => s with { Nesterov = v })
            .Add("weightDecay", Forms.Number, s => s.WeightDecay, (s, v) => s with { WeightDecay = v })
            .Add("beta1", Forms.Number, s => s.Beta1, (s, v) => s with { Beta1 = v })
            .Add("beta2", Forms.Number, s => s.Beta2, (s, v) => s with { Beta2 = v })
            .Add("amsGradient", Forms.Flag, s => s.AmsGradient, (s, v) => s with { AmsGradient = v })
            .Add("gradientAccumulationStep", Forms.Integer, s => s.GradientAccumulationStep, (s, v) => s with { GradientAccumulationStep = v })
            .Add("layersToFreeze", Forms.Integer, s => s.LayersToFreeze, (s, v) => s with { LayersToFreeze = v })
            .Add("earlyStopping", Forms.Flag, s => s.EarlyStopping, (s, v) => s with { EarlyStopping = v })
            .Add("earlyStoppingDelay", Forms.Integer, s => s.EarlyStoppingDelay, (s, v) => s with { EarlyStoppingDelay = v })
            .Add("earlyStoppingPatience", Forms.Integer, s => s.EarlyStoppingPatience, (s, v) => s with { EarlyStoppingPatience = v })
            .Add("evaluationFrequency", Forms.Integer, s => s.EvaluationFrequency, (s, v) => s with { EvaluationFrequency = v })
            .Add("distributed", Forms.Flag, s => s.Distributed, (s, v) => s with { Distributed = v })
            .Add("numberOfWorkers", Forms.Integer, s => s.NumberOfWorkers, (s, v) => s with { NumberOfWorkers = v })
            .Add("randomSeed", Forms.Integer, s => s.RandomSeed, (s, v) => s with { RandomSeed = v })
            .Add("enableOnnxNormalization", Forms.Flag, s => s.EnableOnnxNormalization, (s, v) => s with { EnableOnnxNormalization = v })
            .Add("augmentations", Forms.Text, s => s.Augmentations, (s, v) => s with { Augmentations = v })
            .Add("advancedSettings", Forms.Text, s => s.AdvancedSettings, (s, v) => s with { AdvancedSettings = v })
            .Add("checkpointFrequency", Forms.Integer, s => s.CheckpointFrequency, (s, v) => s with { CheckpointFrequency = v })
            .Add("checkpointRunId", Forms.Text, s => s.CheckpointRunId, (s, v) => s with { CheckpointRunId = v })
            .Add("checkpointModel", _checkpoint, s => s.CheckpointModel, (s, v) => s with { CheckpointModel = v });
}
