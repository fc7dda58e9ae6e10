namespace ServerlessCompute;

/// <summary>Learns outlines of the objects in images. Started with <see cref="AutoMl.ImageInstanceSegmentation"/>; immutable.</summary>
public sealed record ImageInstanceSegmentationJob : AutoMlImageDetectorJob
{
    /// <summary>By which metric trials are compared.</summary>
    /// <value><see cref="InstanceSegmentationPrimaryMetric.MeanAveragePrecision"/>.</value>
    public InstanceSegmentationPrimaryMetric PrimaryMetric { get; init; } = InstanceSegmentationPrimaryMetric.MeanAveragePrecision;

    /// <summary>Chooses the metric by which trials are compared.</summary>
    public ImageInstanceSegmentationJob WithPrimaryMetric(InstanceSegmentationPrimaryMetric metric) => this with { PrimaryMetric = metric };

    internal override AutoMlTaskType Task => AutoMlTaskType.ImageInstanceSegmentation;
}
