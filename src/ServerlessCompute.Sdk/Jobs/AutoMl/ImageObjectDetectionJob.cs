namespace ServerlessCompute;

/// <summary>Learns boxes around the objects in images. Started with <see cref="AutoMl.ImageObjectDetection"/>; immutable.</summary>
public sealed record ImageObjectDetectionJob : AutoMlImageDetectorJob
{
    /// <summary>By which metric trials are compared.</summary>
    /// <value><see cref="ObjectDetectionPrimaryMetric.MeanAveragePrecision"/>.</value>
    public ObjectDetectionPrimaryMetric PrimaryMetric { get; init; } = ObjectDetectionPrimaryMetric.MeanAveragePrecision;

    /// <summary>Chooses the metric by which trials are compared.</summary>
    public ImageObjectDetectionJob WithPrimaryMetric(ObjectDetectionPrimaryMetric metric) => this with { PrimaryMetric = metric };

    internal override AutoMlTaskType Task => AutoMlTaskType.ImageObjectDetection;
}
