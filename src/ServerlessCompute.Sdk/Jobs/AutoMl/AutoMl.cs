namespace ServerlessCompute;

/// <summary>Starts AutoML jobs: automated machine learning, one method for each task.</summary>
/// <example>
/// <code>
/// var job = AutoMl.Classification(trainingData: Input.MLTable("./train"), targetColumn: "y")
///     .WithPrimaryMetric(ClassificationPrimaryMetric.Accuracy)
///     .WithLimits(maxTrials: 40, maxConcurrentTrials: 5);
/// </code>
/// </example>
public static class AutoMl
{
    /// <summary>Learns one of several classes for each row of a table.</summary>
    /// <param name="trainingData">The table, made by <see cref="Input.MLTable"/>.</param>
    /// <param name="targetColumn">The column that is predicted.</param>
    public static ClassificationJob Classification(DataInput trainingData, string targetColumn) => Of(new ClassificationJob(), trainingData, targetColumn);

    /// <summary>Learns a number for each row of a table.</summary>
    /// <inheritdoc cref="Classification"/>
    public static RegressionJob Regression(DataInput trainingData, string targetColumn) => Of(new RegressionJob(), trainingData, targetColumn);

    /// <summary>Learns the next values of time series; <see cref="ForecastingSettings"/> say where their time is.</summary>
    /// <inheritdoc cref="Classification"/>
    public static ForecastingJob Forecasting(DataInput trainingData, string targetColumn) => Of(new ForecastingJob(), trainingData, targetColumn);

    /// <summary>Learns one of several classes for each image; a row of the table has the image's address.</summary>
    /// <inheritdoc cref="Classification"/>
    public static ImageClassificationJob ImageClassification(DataInput trainingData, string targetColumn) =>
        Of(new ImageClassificationJob(), trainingData, targetColumn);

    /// <summary>Learns any number of labels for each image; a row of the table has the image's address.</summary>
    /// <inheritdoc cref="Classification"/>
    public static ImageClassificationMultilabelJob ImageClassificationMultilabel(DataInput trainingData, string targetColumn) =>
        Of(new ImageClassificationMultilabelJob(), trainingData, targetColumn);

    /// <summary>Learns boxes around the objects in images; a row of the table has the image's address.</summary>
    /// <inheritdoc cref="Classification"/>
    public static ImageObjectDetectionJob ImageObjectDetection(DataInput trainingData, string targetColumn) =>
        Of(new ImageObjectDetectionJob(), trainingData, targetColumn);

    /// <summary>Learns outlines of the objects in images; a row of the table has the image's address.</summary>
    /// <inheritdoc cref="Classification"/>
    public static ImageInstanceSegmentationJob ImageInstanceSegmentation(DataInput trainingData, string targetColumn) =>
        Of(new ImageInstanceSegmentationJob(), trainingData, targetColumn);

    /// <summary>Learns one of several classes for each text.</summary>
    /// <inheritdoc cref="Classification"/>
    public static TextClassificationJob TextClassification(DataInput trainingData, string targetColumn) =>
        Of(new TextClassificationJob(), trainingData, targetColumn);

    /// <summary>Learns any number of labels for each text.</summary>
    /// <inheritdoc cref="Classification"/>
    public static TextClassificationMultilabelJob TextClassificationMultilabel(DataInput trainingData, string targetColumn) =>
        Of(new TextClassificationMultilabelJob(), trainingData, targetColumn);

    /// <summary>Learns to find names of people, places and things in texts.</summary>
    /// <param name="trainingData">The table with the addresses of files in CoNLL's format, made by <see cref="Input.MLTable"/>.</param>
    public static TextNerJob TextNer(DataInput trainingData)
    {
        ArgumentNullException.ThrowIfNull(trainingData);
        return new TextNerJob { TrainingData = trainingData };
    }

    private static T Of<T>(T job, DataInput trainingData, string targetColumn)
        where T : AutoMlJob
    {
        ArgumentNullException.ThrowIfNull(trainingData);
        ArgumentNullException.ThrowIfNull(targetColumn);
        return job with { TrainingData = trainingData, TargetColumnName = targetColumn };
    }
}
