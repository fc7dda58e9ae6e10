using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The words of AutoML's settings.</summary>
internal static class AutoMlWordRules
{
    private static readonly (string Task, string[] Metrics)[] _metrics =
    [
        ("classification", OpenEnum.Known<ClassificationPrimaryMetric>()),
        ("regression and forecasting", OpenEnum.Known<RegressionPrimaryMetric>()),
        ("classification with several labels", OpenEnum.Known<ClassificationMultilabelPrimaryMetric>()),
        ("object detection and instance segmentation", OpenEnum.Known<ObjectDetectionPrimaryMetric>()),
    ];

    public static void Check<T>(T word, string place, JobReport report)
        where T : struct, IOpenEnum<T>
    {
        if (word.Value is { } text && !OpenEnum.IsKnown(text, T.KnownValues))
        {
            string[] known = OpenEnum.Known<T>();
            report.Add(AutoMlWordUnknown, place, $"{Shown.Value(text)} is not known.{report.DidYouMean(text, known)}", $"Use one of {Shown.List(known)}.");
        }
    }

    public static void CheckMetric<T>(T metric, JobReport report)
        where T : struct, IOpenEnum<T>
    {
        if (metric.Value is { } text && !OpenEnum.IsKnown(text, T.KnownValues))
        {
            string[] known = OpenEnum.Known<T>();
            string? other = Array.Find(_metrics, task => OpenEnum.IsKnown(text, task.Metrics)).Task;
            report.Add(
                AutoMlMetricUnknown,
                nameof(ClassificationJob.PrimaryMetric),
                other is null ? $"The metric {Shown.Value(text)} is not known.{report.DidYouMean(text, known)}" : $"{Shown.Value(text)} is a metric of {other}.",
                $"Use one of {Shown.List(known)}.");
        }
    }

    public static void CheckAll<T>(ValueList<T>? words, string place, JobReport report)
        where T : struct, IOpenEnum<T>
    {
        foreach ((T word, string path) in report.Items(words, place))
        {
            Check(word, path, report);
        }
    }
}
