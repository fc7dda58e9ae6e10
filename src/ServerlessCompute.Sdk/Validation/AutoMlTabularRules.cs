using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>AutoML over tables: how trials are scored, how features are made, which algorithms are tried.</summary>
internal static class AutoMlTabularRules
{
    private const string Limits = nameof(AutoMlTabularJob.Limits);
    private const string Training = nameof(ClassificationJob.Training);

    public static void Check(AutoMlTabularJob job, JobReport report)
    {
        CheckLimits(job, report);
        CheckScoring(job, report);
        CheckFeaturization(job.Featurization, report);
        switch (job)
        {
            case ClassificationJob classification:
                AutoMlWordRules.CheckMetric(classification.PrimaryMetric, report);
                CheckAlgorithms(classification.Training, t => t.AllowedTrainingAlgorithms, t => t.BlockedTrainingAlgorithms, report);
                break;
            case RegressionJob regression:
                AutoMlWordRules.CheckMetric(regression.PrimaryMetric, report);
                CheckAlgorithms(regression.Training, t => t.AllowedTrainingAlgorithms, t => t.BlockedTrainingAlgorithms, report);
                break;
            case ForecastingJob forecasting:
                AutoMlWordRules.CheckMetric(forecasting.PrimaryMetric, report);
                CheckAlgorithms(forecasting.Training, t => t.AllowedTrainingAlgorithms, t => t.BlockedTrainingAlgorithms, report);
                ForecastingRules.Check(forecasting.ForecastingSettings, report);
                break;
        }
    }

    private static void CheckLimits(AutoMlTabularJob job, JobReport report)
    {
        if (job.Limits is not { } limits)
        {
            return;
        }

        AutoMlRules.CheckLimits(job, limits.MaxTrials, limits.MaxConcurrentTrials, limits.Timeout, report);
        AutoMlRules.CheckTrialTimeout(job, limits.TrialTimeout, limits.Timeout, report);
        AutoMlRules.CheckCount(limits.MaxNodes, $"{Limits}.{nameof(TabularLimitSettings.MaxNodes)}", report);
        if (limits.MaxCoresPerTrial is { } cores and not -1)
        {
            AutoMlRules.CheckCount(cores, $"{Limits}.{nameof(TabularLimitSettings.MaxCoresPerTrial)}", report);
        }

        AdditionalPropertyRules.Check(limits, Limits, report);
    }

    private static void CheckScoring(AutoMlTabularJob job, JobReport report)
    {
        AutoMlRules.CheckTable(job.TestData, nameof(AutoMlTabularJob.TestData), report);
        AutoMlRules.CheckShare(job.ValidationDataSize, nameof(AutoMlTabularJob.ValidationDataSize), report);
        AutoMlRules.CheckShare(job.TestDataSize, nameof(AutoMlTabularJob.TestDataSize), report);
        if (job.NCrossValidations?.Number < 2)
        {
            report.Add(FoldsRange, nameof(AutoMlTabularJob.NCrossValidations), $"The number of folds is {job.NCrossValidations.Number}: at least one to learn from and one to score on are needed.", "Give 2 or more, or AutoOrNumber.Auto.");
        }

        // The service fills in what it was not told, so that both may be there in what it sends.
        if (job.ValidationData is not null && !report.IsFromService)
        {
            string? unused = job.ValidationDataSize is not null ? nameof(AutoMlTabularJob.ValidationDataSize) : job.NCrossValidations is not null ? nameof(AutoMlTabularJob.NCrossValidations) : null;
            if (unused is not null)
            {
                report.Add(ValidationTwice, unused, $"Trials are scored on the validation data: {unused} does not count.", "Keep one of the two.");
            }
        }

        if (job.TestData is not null && job.TestDataSize is not null && !report.IsFromService)
        {
            report.Add(ValidationTwice, nameof(AutoMlTabularJob.TestDataSize), "The best model is tested on the test data: TestDataSize does not count.", "Keep one of the two.");
        }

        _ = report.Items(job.CvSplitColumnNames, nameof(AutoMlTabularJob.CvSplitColumnNames)).Count();
    }

    private static void CheckFeaturization(TabularFeaturizationSettings? settings, JobReport report)
    {
        const string Place = nameof(AutoMlTabularJob.Featurization);
        if (settings is null)
        {
            return;
        }

        AutoMlWordRules.Check(settings.Mode, $"{Place}.{nameof(settings.Mode)}", report);
        AutoMlWordRules.CheckAll(settings.BlockedTransformers, $"{Place}.{nameof(settings.BlockedTransformers)}", report);
        AutoMlRules.CheckLanguage(settings.DatasetLanguage, $"{Place}.{nameof(settings.DatasetLanguage)}", report);
        bool hasTypes = report.Entries(settings.ColumnNameAndTypes, $"{Place}.{nameof(settings.ColumnNameAndTypes)}").Any();
        bool hasTransformers = false;
        foreach ((string name, ValueList<ColumnTransformer> transformers) in report.Entries(settings.TransformerParams, $"{Place}.{nameof(settings.TransformerParams)}"))
        {
            hasTransformers = true;
            foreach ((ColumnTransformer transformer, string path) in report.Items(transformers, Shown.At($"{Place}.{nameof(settings.TransformerParams)}", name)))
            {
                _ = report.Items(transformer.Fields, $"{path}.{nameof(transformer.Fields)}").Count();
                _ = report.IsGiven(transformer.Parameters, $"{path}.{nameof(transformer.Parameters)}");
                AdditionalPropertyRules.Check(transformer, path, report);
            }
        }

        bool isCustom = settings.Mode == FeaturizationMode.Custom || settings.Mode.Value is null;
        if (!isCustom && settings.Mode.IsKnown && !report.IsFromService && (hasTypes || hasTransformers || settings.BlockedTransformers is { Count: > 0 }))
        {
            report.Add(FeaturizationUnused, $"{Place}.{nameof(settings.Mode)}", $"The mode is {settings.Mode}, and the other settings count with Custom alone.", "Write Mode = FeaturizationMode.Custom.");
        }

        AdditionalPropertyRules.Check(settings, Place, report);
    }

    private static void CheckAlgorithms<TSettings, T>(TSettings? settings, Func<TSettings, ValueList<T>> allowed, Func<TSettings, ValueList<T>> blocked, JobReport report)
        where TSettings : TabularTrainingSettings
        where T : struct, IOpenEnum<T>
    {
        if (settings is null)
        {
            return;
        }

        const string Blocked = $"{Training}.{nameof(ClassificationTrainingSettings.BlockedTrainingAlgorithms)}";
        AutoMlWordRules.CheckAll(allowed(settings), $"{Training}.{nameof(ClassificationTrainingSettings.AllowedTrainingAlgorithms)}", report);
        AutoMlWordRules.CheckAll(blocked(settings), Blocked, report);
        if (allowed(settings) is { } yes && blocked(settings) is { } no && yes.Intersect(no).FirstOrDefault(both => both.Value is not null) is { Value: { } twice })
        {
            report.Add(AlgorithmTwice, Blocked, $"The algorithm {twice} is allowed and blocked.", "Name it in one of the two lists.");
        }

        CheckTraining(settings, report);
    }

    private static void CheckTraining(TabularTrainingSettings settings, JobReport report)
    {
        AutoMlWordRules.Check(settings.TrainingMode, $"{Training}.{nameof(settings.TrainingMode)}", report);
        LimitRules.Check(settings.EnsembleModelDownloadTimeout, $"{Training}.{nameof(settings.EnsembleModelDownloadTimeout)}", queue: null, report);
        AdditionalPropertyRules.Check(settings, Training, report);
        if (settings.StackEnsembleSettings is not { } stack)
        {
            return;
        }

        const string Place = $"{Training}.{nameof(TabularTrainingSettings.StackEnsembleSettings)}";
        AutoMlWordRules.Check(stack.StackMetaLearnerType, $"{Place}.{nameof(stack.StackMetaLearnerType)}", report);
        AutoMlRules.CheckShare(stack.StackMetaLearnerTrainPercentage, $"{Place}.{nameof(stack.StackMetaLearnerTrainPercentage)}", report);
        _ = report.IsGiven(stack.StackMetaLearnerKWargs, $"{Place}.{nameof(stack.StackMetaLearnerKWargs)}");
        AdditionalPropertyRules.Check(stack, Place, report);
        if (settings.EnableStackEnsemble == false)
        {
            report.Add(StackUnused, Place, "The settings say how a stack is put together, and EnableStackEnsemble is false.", "Remove one of the two.");
        }
    }
}
