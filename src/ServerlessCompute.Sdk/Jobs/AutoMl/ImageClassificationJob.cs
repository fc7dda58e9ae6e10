namespace ServerlessCompute;

/// <summary>Learns one of several classes for each image. Started with <see cref="AutoMl.ImageClassification"/>; immutable.</summary>
public sealed record ImageClassificationJob : AutoMlImageClassifierJob
{
    /// <summary>By which metric trials are compared.</summary>
    /// <value><see cref="ClassificationPrimaryMetric.Accuracy"/>.</value>
    public ClassificationPrimaryMetric PrimaryMetric { get; init; } = ClassificationPrimaryMetric.Accuracy;

    /// <summary>Chooses the metric by which trials are compared.</summary>
    public ImageClassificationJob WithPrimaryMetric(ClassificationPrimaryMetric metric) => this with { PrimaryMetric = metric };

    internal override AutoMlTaskType Task => AutoMlTaskType.ImageClassification;
}
