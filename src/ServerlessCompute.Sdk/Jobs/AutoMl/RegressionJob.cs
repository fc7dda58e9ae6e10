namespace ServerlessCompute;

/// <summary>Learns a number for each row of a table. Started with <see cref="AutoMl.Regression"/>; immutable.</summary>
public sealed record RegressionJob : AutoMlTabularJob
{
    /// <summary>By which metric trials are compared.</summary>
    /// <value><see cref="RegressionPrimaryMetric.NormalizedRootMeanSquaredError"/>.</value>
    public RegressionPrimaryMetric PrimaryMetric { get; init; } = RegressionPrimaryMetric.NormalizedRootMeanSquaredError;

    /// <summary>How models are trained.</summary>
    public RegressionTrainingSettings? Training { get; init; }

    /// <summary>Chooses the metric by which trials are compared.</summary>
    public RegressionJob WithPrimaryMetric(RegressionPrimaryMetric metric) => this with { PrimaryMetric = metric };

    /// <summary>Chooses how models are trained.</summary>
    public RegressionJob WithTraining(RegressionTrainingSettings? settings) => this with { Training = settings };

    internal override AutoMlTaskType Task => AutoMlTaskType.Regression;

    internal override TabularTrainingSettings? AnyTraining => Training;
}
