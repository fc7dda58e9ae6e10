namespace ServerlessCompute;

/// <summary>AutoML over images.</summary>
internal static class AutoMlImageRules
{
    public static void Check(AutoMlImageJob job, JobReport report)
    {
        AutoMlRules.CheckShare(job.ValidationDataSize, nameof(AutoMlImageJob.ValidationDataSize), report);
        if (job.Limits is { } limits)
        {
            AutoMlRules.CheckLimits(job, limits.MaxTrials, limits.MaxConcurrentTrials, limits.Timeout, report);
            AdditionalPropertyRules.Check(limits, nameof(AutoMlImageJob.Limits), report);
        }

        CheckMetric(job, report);
        switch (job)
        {
            case AutoMlImageClassifierJob classifier:
                Check(classifier.TrainingParameters, report);
                TuningRules.Check(
                    job.SweepSettings,
                    report.Items(classifier.SearchSpace, nameof(AutoMlImageClassifierJob.SearchSpace)).Select(space => new TuningSpace(space.Item, space.Path, TuningSettings.Of(space.Item))),
                    classifier.SearchSpace is { Count: > 0 },
                    report);
                break;
            case AutoMlImageDetectorJob detector:
                Check(detector.TrainingParameters, report);
                TuningRules.Check(
                    job.SweepSettings,
                    report.Items(detector.SearchSpace, nameof(AutoMlImageDetectorJob.SearchSpace)).Select(space => new TuningSpace(space.Item, space.Path, TuningSettings.Of(space.Item))),
                    detector.SearchSpace is { Count: > 0 },
                    report);
                break;
        }
    }

    private static void CheckMetric(AutoMlImageJob job, JobReport report)
    {
        switch (job)
        {
            case ImageClassificationJob classification:
                AutoMlWordRules.CheckMetric(classification.PrimaryMetric, report);
                break;
            case ImageClassificationMultilabelJob multilabel:
                AutoMlWordRules.CheckMetric(multilabel.PrimaryMetric, report);
                break;
            case ImageObjectDetectionJob detection:
                AutoMlWordRules.CheckMetric(detection.PrimaryMetric, report);
                break;
            case ImageInstanceSegmentationJob segmentation:
                AutoMlWordRules.CheckMetric(segmentation.PrimaryMetric, report);
                break;
        }
    }

    private static void Check(ImageModelSettings? settings, JobReport report)
    {
        if (settings is not null)
        {
            ModelSettingRules.Check(settings, report);
        }
    }
}
