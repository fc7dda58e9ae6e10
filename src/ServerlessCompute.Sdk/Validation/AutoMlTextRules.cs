using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>AutoML over texts.</summary>
internal static class AutoMlTextRules
{
    public static void Check(AutoMlTextJob job, JobReport report)
    {
        if (job.ValidationData is null)
        {
            report.Add(TextValidationMissing, nameof(AutoMlJob.ValidationData), "The job has no validation data, and the service's documentation asks for it.", "Name it: .WithValidationData(Input.MLTable(\"./valid\")).");
        }

        if (job is TextClassificationJob classification)
        {
            AutoMlWordRules.CheckMetric(classification.PrimaryMetric, report);
        }

        if (job.Limits is { } limits)
        {
            const string Place = nameof(AutoMlTextJob.Limits);
            AutoMlRules.CheckLimits(job, limits.MaxTrials, limits.MaxConcurrentTrials, limits.Timeout, report);
            AutoMlRules.CheckTrialTimeout(job, limits.TrialTimeout, limits.Timeout, report);
            AutoMlRules.CheckCount(limits.MaxNodes, $"{Place}.{nameof(limits.MaxNodes)}", report);
            AdditionalPropertyRules.Check(limits, Place, report);
        }

        if (job.Featurization is { } featurization)
        {
            const string Place = nameof(AutoMlTextJob.Featurization);
            AutoMlRules.CheckLanguage(featurization.DatasetLanguage, $"{Place}.{nameof(featurization.DatasetLanguage)}", report);
            AdditionalPropertyRules.Check(featurization, Place, report);
        }

        if (job.TrainingParameters is { } parameters)
        {
            ModelSettingRules.Check(parameters, report);
        }

        TuningRules.Check(
            job.SweepSettings,
            report.Items(job.SearchSpace, nameof(AutoMlTextJob.SearchSpace)).Select(space => new TuningSpace(space.Item, space.Path, TuningSettings.Of(space.Item))),
            job.SearchSpace is { Count: > 0 },
            report);
    }
}
