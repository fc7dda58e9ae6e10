namespace ServerlessCompute;

/// <summary>Learns the next values of time series. Started with <see cref="AutoMl.Forecasting"/>; immutable.</summary>
public sealed record ForecastingJob : AutoMlTabularJob
{
    /// <summary>By which metric trials are compared.</summary>
    /// <value><see cref="ForecastingPrimaryMetric.NormalizedRootMeanSquaredError"/>.</value>
    public ForecastingPrimaryMetric PrimaryMetric { get; init; } = ForecastingPrimaryMetric.NormalizedRootMeanSquaredError;

    /// <summary>What the time series are, and how far they are forecast.</summary>
    public ForecastingSettings? ForecastingSettings { get; init; }

    /// <summary>How models are trained.</summary>
    public ForecastingTrainingSettings? Training { get; init; }

    /// <summary>Chooses the metric by which trials are compared.</summary>
    public ForecastingJob WithPrimaryMetric(ForecastingPrimaryMetric metric) => this with { PrimaryMetric = metric };

    /// <summary>Says what the time series are, and how far they are forecast.</summary>
    public ForecastingJob WithForecastingSettings(ForecastingSettings? settings) => this with { ForecastingSettings = settings };

    /// <summary>Chooses how models are trained.</summary>
    public ForecastingJob WithTraining(ForecastingTrainingSettings? settings) => this with { Training = settings };

    internal override AutoMlTaskType Task => AutoMlTaskType.Forecasting;

    internal override TabularTrainingSettings? AnyTraining => Training;
}
