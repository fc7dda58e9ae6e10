namespace ServerlessCompute;

/// <summary>Learns any number of labels for each image. Started with <see cref="AutoMl.ImageClassificationMultilabel"/>; immutable.</summary>
public sealed record ImageClassificationMultilabelJob : AutoMlImageClassifierJob
{
    /// <summary>By which metric trials are compared.</summary>
    /// <value><see cref="ClassificationMultilabelPrimaryMetric.IOU"/>.</value>
    public ClassificationMultilabelPrimaryMetric PrimaryMetric { get; init; } = ClassificationMultilabelPrimaryMetric.IOU;

    /// <summary>Chooses the metric by which trials are compared.</summary>
    public ImageClassificationMultilabelJob WithPrimaryMetric(ClassificationMultilabelPrimaryMetric metric) => this with { PrimaryMetric = metric };

    internal override AutoMlTaskType Task => AutoMlTaskType.ImageClassificationMultilabel;
}
