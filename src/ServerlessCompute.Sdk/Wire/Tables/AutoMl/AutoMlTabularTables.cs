namespace ServerlessCompute;

/// <summary>The tables of how much is tried on tables, how features are made and how models are trained.</summary>
internal static class AutoMlTabularTables
{
    private static readonly Shape<ColumnTransformer> _transformer = new Shape<ColumnTransformer>(new())
        .Add("fields", Forms.TextList, t => t.Fields, (t, v) => t with { Fields = v })
        .Add("parameters", new MapForm<RawJson>(new TransformerParameterForm()), t => t.Parameters, (t, v) => t with { Parameters = v });

    private static readonly Shape<StackEnsembleSettings> _stack = new Shape<StackEnsembleSettings>(new())
        .Add("stackMetaLearnerType", AutoMlWords.StackMetaLearnerType, s => s.StackMetaLearnerType, (s, v) => s with { StackMetaLearnerType = v })
        .Add("stackMetaLearnerTrainPercentage", Forms.Number, s => s.StackMetaLearnerTrainPercentage, (s, v) => s with { StackMetaLearnerTrainPercentage = v })
        .Add(
            MemberNames.Of("stackMetaLearnerKWargs", "stack_meta_learner_kwargs"),
            Forms.Extras,
            s => s.StackMetaLearnerKWargs,
            (s, v) => s with { StackMetaLearnerKWargs = v });

    public static ValueForm<TabularLimitSettings> Limits { get; } = new Shape<TabularLimitSettings>(new())
        .Add("maxTrials", Forms.Integer, l => l.MaxTrials, (l, v) => l with { MaxTrials = v })
        .Add("maxConcurrentTrials", Forms.Integer, l => l.MaxConcurrentTrials, (l, v) => l with { MaxConcurrentTrials = v })
        .Add("maxNodes", Forms.Integer, l => l.MaxNodes, (l, v) => l with { MaxNodes = v })
        .Add("maxCoresPerTrial", Forms.Integer, l => l.MaxCoresPerTrial, (l, v) => l with { MaxCoresPerTrial = v })
        .Add("exitScore", Forms.Number, l => l.ExitScore, (l, v) => l with { ExitScore = v })
        .Add("enableEarlyTermination", Forms.Flag, l => l.EnableEarlyTermination, (l, v) => l with { EnableEarlyTermination = v })
        .Add(MemberNames.Of("timeout", "timeout_minutes"), Forms.Minutes, l => l.Timeout, (l, v) => l with { Timeout = v })
        .Add(MemberNames.Of("trialTimeout", "trial_timeout_minutes"), Forms.Minutes, l => l.TrialTimeout, (l, v) => l with { TrialTimeout = v });

    public static ValueForm<TabularFeaturizationSettings> Featurization { get; } = new Shape<TabularFeaturizationSettings>(new(), new TabularFeaturizationSettings { Mode = default })
        .Add("mode", AutoMlWords.FeaturizationMode, f => f.Mode, (f, v) => f with { Mode = v })
        .Add("blockedTransformers", AutoMlWords.BlockedTransformers, f => f.BlockedTransformers, (f, v) => f with { BlockedTransformers = v })
        .Add("columnNameAndTypes", Forms.Texts, f => f.ColumnNameAndTypes, (f, v) => f with { ColumnNameAndTypes = v })
        .Add("transformerParams", new TransformerMapForm(new ListForm<ColumnTransformer>(_transformer)), f => f.TransformerParams, (f, v) => f with { TransformerParams = v })
        .Add("datasetLanguage", Forms.Text, f => f.DatasetLanguage, (f, v) => f with { DatasetLanguage = v })
        .Add("enableDnnFeaturization", Forms.Flag, f => f.EnableDnnFeaturization, (f, v) => f with { EnableDnnFeaturization = v });

    public static ValueForm<ClassificationTrainingSettings> Classification { get; } = Training(new Shape<ClassificationTrainingSettings>(new()))
        .Add("allowedTrainingAlgorithms", AutoMlWords.ClassificationModels, t => t.AllowedTrainingAlgorithms, (t, v) => t with { AllowedTrainingAlgorithms = v })
        .Add("blockedTrainingAlgorithms", AutoMlWords.ClassificationModels, t => t.BlockedTrainingAlgorithms, (t, v) => t with { BlockedTrainingAlgorithms = v });

    public static ValueForm<RegressionTrainingSettings> Regression { get; } = Training(new Shape<RegressionTrainingSettings>(new()))
        .Add("allowedTrainingAlgorithms", AutoMlWords.RegressionModels, t => t.AllowedTrainingAlgorithms, (t, v) => t with { AllowedTrainingAlgorithms = v })
        .Add("blockedTrainingAlgorithms", AutoMlWords.RegressionModels, t => t.BlockedTrainingAlgorithms, (t, v) => t with { BlockedTrainingAlgorithms = v });

    public static ValueForm<ForecastingTrainingSettings> Forecasting { get; } = Training(new Shape<ForecastingTrainingSettings>(new()))
        .Add("allowedTrainingAlgorithms", AutoMlWords.ForecastingModels, t => t.AllowedTrainingAlgorithms, (t, v) => t with { AllowedTrainingAlgorithms = v })
        .Add("blockedTrainingAlgorithms", AutoMlWords.ForecastingModels, t => t.BlockedTrainingAlgorithms, (t, v) => t with { BlockedTrainingAlgorithms = v });

    private static Shape<T> Training<T>(Shape<T> shape)
        where T : TabularTrainingSettings => shape
            .Add("enableDnnTraining", Forms.Flag, t => t.EnableDnnTraining, (t, v) => t with { EnableDnnTraining = v })
            .Add("enableModelExplainability", Forms.Flag, t => t.EnableModelExplainability, (t, v) => t with { EnableModelExplainability = v })
            .Add("enableOnnxCompatibleModels", Forms.Flag, t => t.EnableOnnxCompatibleModels, (t, v) => t with { EnableOnnxCompatibleModels = v })
            .Add("enableStackEnsemble", Forms.Flag, t => t.EnableStackEnsemble, (t, v) => t with { EnableStackEnsemble = v })
            .Add("enableVoteEnsemble", Forms.Flag, t => t.EnableVoteEnsemble, (t, v) => t with { EnableVoteEnsemble = v })
            .Add(
                MemberNames.Of("ensembleModelDownloadTimeout", "ensemble_model_download_timeout_minutes"),
                Forms.Minutes,
                t => t.EnsembleModelDownloadTimeout,
                (t, v) => t with { EnsembleModelDownloadTimeout = v })
            .Add("stackEnsembleSettings", _stack, t => t.StackEnsembleSettings, (t, v) => t with { StackEnsembleSettings = v })
            .Add("trainingMode", AutoMlWords.TabularTrainingMode, t => t.TrainingMode, (t, v) => t with { TrainingMode = v });
}
