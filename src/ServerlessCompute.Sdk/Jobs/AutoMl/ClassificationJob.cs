namespace ServerlessCompute;

/// <summary>Learns one of several classes for each row of a table. Started with <see cref="AutoMl.Classification"/>; immutable.</summary>
public sealed record ClassificationJob : AutoMlTabularJob
{
    /// <summary>By which metric trials are compared.</summary>
    /// <value><see cref="ClassificationPrimaryMetric.AUCWeighted"/>.</value>
    public ClassificationPrimaryMetric PrimaryMetric { get; init; } = ClassificationPrimaryMetric.AUCWeighted;

    /// <summary>How models are trained.</summary>
    public ClassificationTrainingSettings? Training { get; init; }

    /// <summary>The class that counts as positive where metrics know but two.</summary>
    public string? PositiveLabel { get; init; }

    /// <summary>Chooses the metric by which trials are compared.</summary>
    public ClassificationJob WithPrimaryMetric(ClassificationPrimaryMetric metric) => this with { PrimaryMetric = metric };

    /// <summary>Chooses how models are trained.</summary>
    public ClassificationJob WithTraining(ClassificationTrainingSettings? settings) => this with { Training = settings };

    /// <summary>Names the class that counts as positive.</summary>
    public ClassificationJob WithPositiveLabel(string? label) => this with { PositiveLabel = label };

    internal override AutoMlTaskType Task => AutoMlTaskType.Classification;

    internal override TabularTrainingSettings? AnyTraining => Training;
}
