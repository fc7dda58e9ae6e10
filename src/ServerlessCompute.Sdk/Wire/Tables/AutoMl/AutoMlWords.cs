namespace ServerlessCompute;

/// <summary>The words of AutoML. Steps spell them as YAML does.</summary>
internal static class AutoMlWords
{
    public static ValueForm<ClassificationPrimaryMetric> ClassificationPrimaryMetric { get; } = Word<ClassificationPrimaryMetric>();

    public static ValueForm<ClassificationMultilabelPrimaryMetric> ClassificationMultilabelPrimaryMetric { get; } = Word<ClassificationMultilabelPrimaryMetric>();

    public static ValueForm<RegressionPrimaryMetric> RegressionPrimaryMetric { get; } = Word<RegressionPrimaryMetric>();

    public static ValueForm<ForecastingPrimaryMetric> ForecastingPrimaryMetric { get; } = Word<ForecastingPrimaryMetric>();

    public static ValueForm<ObjectDetectionPrimaryMetric> ObjectDetectionPrimaryMetric { get; } = Word<ObjectDetectionPrimaryMetric>();

    public static ValueForm<InstanceSegmentationPrimaryMetric> InstanceSegmentationPrimaryMetric { get; } = Word<InstanceSegmentationPrimaryMetric>();

    public static ValueForm<LogVerbosity> LogVerbosity { get; } = Word<LogVerbosity>();

    public static ValueForm<FeaturizationMode> FeaturizationMode { get; } = Word<FeaturizationMode>();

    public static ValueForm<LearningRateScheduler> LearningRateScheduler { get; } = Word<LearningRateScheduler>();

    public static ValueForm<NlpLearningRateScheduler> NlpLearningRateScheduler { get; } = Word<NlpLearningRateScheduler>();

    public static ValueForm<ModelSize> ModelSize { get; } = Word<ModelSize>();

    public static ValueForm<LogTrainingMetrics> LogTrainingMetrics { get; } = Word<LogTrainingMetrics>();

    public static ValueForm<LogValidationLoss> LogValidationLoss { get; } = Word<LogValidationLoss>();

    public static ValueForm<FeatureLags> FeatureLags { get; } = Word<FeatureLags>();

    public static ValueForm<UseStl> UseStl { get; } = new WordForm<UseStl>(word => word.ToLowerInvariant(), stepAsRest: false);

    public static ValueForm<TargetAggregationFunction> TargetAggregationFunction { get; } = Word<TargetAggregationFunction>();

    public static ValueForm<ShortSeriesHandlingConfiguration> ShortSeriesHandlingConfiguration { get; } = Word<ShortSeriesHandlingConfiguration>();

    public static ValueForm<StackMetaLearnerType> StackMetaLearnerType { get; } = Word<StackMetaLearnerType>();

    public static ValueForm<TabularTrainingMode> TabularTrainingMode { get; } = Word<TabularTrainingMode>();

    public static ValueForm<SamplingAlgorithmType> SamplingAlgorithmType { get; } = Word<SamplingAlgorithmType>();

    public static ValueForm<StochasticOptimizer> Optimizer { get; } = Word<StochasticOptimizer>();

    public static ValueForm<ValidationMetricType> ValidationMetricType { get; } = Word<ValidationMetricType>();

    public static ValueForm<ValueList<BlockedTransformer>> BlockedTransformers { get; } = Words<BlockedTransformer>();

    public static ValueForm<ValueList<ClassificationModel>> ClassificationModels { get; } = Words<ClassificationModel>();

    public static ValueForm<ValueList<RegressionModel>> RegressionModels { get; } = Words<RegressionModel>();

    public static ValueForm<ValueList<ForecastingModel>> ForecastingModels { get; } = Words<ForecastingModel>();

    /// <summary>The words as trees spell them.</summary>
    public static string[] Spelled<T>()
        where T : struct, IOpenEnum<T> => [.. OpenEnum.Known<T>().Select(MemberNames.Snake)];

    private static WordForm<T> Word<T>()
        where T : struct, IOpenEnum<T> => new(stepAsRest: false);

    private static ListForm<T> Words<T>()
        where T : struct, IOpenEnum<T> => new(Word<T>());
}
