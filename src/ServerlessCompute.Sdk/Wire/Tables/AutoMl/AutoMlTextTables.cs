namespace ServerlessCompute;

/// <summary>The tables of how text models are trained, and of what is tried.</summary>
internal static class AutoMlTextTables
{
    private static readonly TuningForm _text = new(TuningKind.Text, textInSteps: false);

    private static readonly TuningForm _integer = new(TuningKind.Integer, textInSteps: false);

    private static readonly TuningForm _number = new(TuningKind.Number, textInSteps: false);

    private static readonly TuningForm _learningRateScheduler = new(TuningKind.Word, textInSteps: false, AutoMlWords.Spelled<NlpLearningRateScheduler>());

    public static ValueForm<NlpLimitSettings> Limits { get; } = new Shape<NlpLimitSettings>(new(), new NlpLimitSettings { MaxTrials = null, MaxNodes = null })
        .Add("maxTrials", Forms.Integer, l => l.MaxTrials, (l, v) => l with { MaxTrials = v })
        .Add("maxConcurrentTrials", Forms.Integer, l => l.MaxConcurrentTrials, (l, v) => l with { MaxConcurrentTrials = v })
        .Add("maxNodes", Forms.Integer, l => l.MaxNodes, (l, v) => l with { MaxNodes = v })
        .Add(MemberNames.Of("timeout", "timeout_minutes"), Forms.Minutes, l => l.Timeout, (l, v) => l with { Timeout = v })
        .Add(MemberNames.Of("trialTimeout", "trial_timeout_minutes"), Forms.Minutes, l => l.TrialTimeout, (l, v) => l with { TrialTimeout = v });

    public static ValueForm<NlpFeaturizationSettings> Featurization { get; } = new Shape<NlpFeaturizationSettings>(new())
        .Add("datasetLanguage", Forms.Text, f => f.DatasetLanguage, (f, v) => f with { DatasetLanguage = v });

    public static ValueForm<NlpFixedParameters> Parameters { get; } = new Shape<NlpFixedParameters>(new())
        .Add("modelName", Forms.Text, p => p.ModelName, (p, v) => p with { ModelName = v })
        .Add("numberOfEpochs", Forms.Integer, p => p.NumberOfEpochs, (p, v) => p with { NumberOfEpochs = v })
        .Add("trainingBatchSize", Forms.Integer, p => p.TrainingBatchSize, (p, v) => p with { TrainingBatchSize = v })
        .Add("validationBatchSize", Forms.Integer, p => p.ValidationBatchSize, (p, v) => p with { ValidationBatchSize = v })
        .Add("gradientAccumulationSteps", Forms.Integer, p => p.GradientAccumulationSteps, (p, v) => p with { GradientAccumulationSteps = v })
        .Add("learningRate", Forms.Number, p => p.LearningRate, (p, v) => p with { LearningRate = v })
        .Add("learningRateScheduler", AutoMlWords.NlpLearningRateScheduler, p => p.LearningRateScheduler, (p, v) => p with { LearningRateScheduler = v })
        .Add("warmupRatio", Forms.Number, p => p.WarmupRatio, (p, v) => p with { WarmupRatio = v })
        .Add("weightDecay", Forms.Number, p => p.WeightDecay, (p, v) => p with { WeightDecay = v });

    public static ValueForm<ValueList<NlpSearchSpace>> SearchSpace { get; } = new ListForm<NlpSearchSpace>(
        new Shape<NlpSearchSpace>(new())
            .Add("modelName", _text, s => s.ModelName, (s, v) => s with { ModelName = v })
            .Add("numberOfEpochs", _integer, s => s.NumberOfEpochs, (s, v) => s with { NumberOfEpochs = v })
            .Add("trainingBatchSize", _integer, s => s.TrainingBatchSize, (s, v) => s with { TrainingBatchSize = v })
            .Add("validationBatchSize", _integer, s => s.ValidationBatchSize, (s, v) => s with { ValidationBatchSize = v })
            .Add("gradientAccumulationSteps", _integer, s => s.GradientAccumulationSteps, (s, v) => s with { GradientAccumulationSteps = v })
            .Add("learningRate", _number, s => s.LearningRate, (s, v) => s with { LearningRate = v })
            .Add("learningRateScheduler", _learningRateScheduler, s => s.LearningRateScheduler, (s, v) => s with { LearningRateScheduler = v })
            .Add("warmupRatio", _number, s => s.WarmupRatio, (s, v) => s with { WarmupRatio = v })
            .Add("weightDecay", _number, s => s.WeightDecay, (s, v) => s with { WeightDecay = v }));
}
