namespace ServerlessCompute;

/// <summary>Learns one of several classes for each text. Started with <see cref="AutoMl.TextClassification"/>; immutable.</summary>
public sealed record TextClassificationJob : AutoMlTextJob
{
    /// <summary>By which metric trials are compared.</summary>
    /// <value><see cref="ClassificationPrimaryMetric.Accuracy"/>.</value>
    public ClassificationPrimaryMetric PrimaryMetric { get; init; } = ClassificationPrimaryMetric.Accuracy;

    /// <summary>Chooses the metric by which trials are compared.</summary>
    public TextClassificationJob WithPrimaryMetric(ClassificationPrimaryMetric metric) => this with { PrimaryMetric = metric };

    internal override AutoMlTaskType Task => AutoMlTaskType.TextClassification;
}
