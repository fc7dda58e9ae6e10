namespace ServerlessCompute;

/// <summary>The small corpus' AutoML jobs as somebody writes them in C#.</summary>
internal static class AutoMlTwins
{
    public static ClassificationJob Classification { get; } = AutoMl.Classification(trainingData: Input.MLTable("../files/table"), targetColumn: "sold")
        .WithExperimentName("prices")
        .WithPrimaryMetric(ClassificationPrimaryMetric.AUCWeighted)
        .WithValidationDataSize(0.25)
        .WithNCrossValidations(AutoOrNumber.Auto)
        .WithWeightColumnName("weight")
        .WithPositiveLabel("yes")
        .WithFeaturization(new TabularFeaturizationSettings
        {
            Mode = FeaturizationMode.Custom,
            BlockedTransformers = [BlockedTransformer.LabelEncoder, BlockedTransformer.HashOneHotEncoder],
            ColumnNameAndTypes = [new("size", "Numeric")],
            TransformerParams = [new("Imputer", [new ColumnTransformer { Fields = ["size"], Parameters = [new("strategy", "median")] }])],
        })
        .WithLimits(new TabularLimitSettings
        {
            MaxTrials = 12,
            MaxConcurrentTrials = 3,
            Timeout = TimeSpan.FromMinutes(90),
            TrialTimeout = TimeSpan.FromMinutes(15),
            ExitScore = 0.97,
            EnableEarlyTermination = true,
        })
        .WithTraining(new ClassificationTrainingSettings
        {
            EnableStackEnsemble = false,
            EnableVoteEnsemble = true,
            EnableOnnxCompatibleModels = true,
            AllowedTrainingAlgorithms = [ClassificationModel.LightGBM, ClassificationModel.RandomForest],
        })

        // The reference client makes a folder of every output of an AutoML job.
        .WithOutput("best_model", Output.UriFolder())
        .WithResources("Standard_D4s_v5", 3)
        .WithQueueSettings(JobTier.Spot);

    public static RegressionJob Regression { get; } = AutoMl.Regression(Input.MLTable("azureml:prices:1"), "price")
        .WithPrimaryMetric(RegressionPrimaryMetric.R2Score)
        .WithValidationData(Input.MLTable("azureml:prices:2"))
        .WithTestData(Input.MLTable("azureml:prices:3"))
        .WithNCrossValidations(4)
        .WithCvSplitColumnNames(["fold"])
        .WithLogVerbosity(LogVerbosity.Warning)
        .WithFeaturization(new TabularFeaturizationSettings { Mode = FeaturizationMode.Off })
        .WithLimits(new TabularLimitSettings { MaxTrials = 5, MaxNodes = 2 })
        .WithTraining(new RegressionTrainingSettings
        {
            BlockedTrainingAlgorithms = [RegressionModel.KNN, RegressionModel.SGD],
            EnableDnnTraining = false,
            EnsembleModelDownloadTimeout = TimeSpan.FromMinutes(7),
        });

    public static ForecastingJob Forecasting { get; } = AutoMl.Forecasting(Input.MLTable("azureml:levels:1"), "level")
        .WithPrimaryMetric(ForecastingPrimaryMetric.NormalizedMeanAbsoluteError)
        .WithForecastingSettings(new ForecastingSettings
        {
            TimeColumnName = "day",
            TimeSeriesIdColumnNames = ["lake", "gauge"],
            ForecastHorizon = 14,
            Frequency = "D",
            TargetLags = TargetLags.Of(1, 7),
            TargetRollingWindowSize = 3,
            Seasonality = AutoOrNumber.Auto,
            FeatureLags = FeatureLags.Auto,
            UseStl = UseStl.SeasonTrend,
            ShortSeriesHandlingConfig = ShortSeriesHandlingConfiguration.Pad,
            TargetAggregateFunction = TargetAggregationFunction.Mean,
            CountryOrRegionForHolidays = "DE",
            CvStepSize = 2,
            FeaturesUnknownAtForecastTime = ["rain"],
        })
        .WithLimits(new TabularLimitSettings { Timeout = TimeSpan.FromHours(1) })
        .WithTraining(new ForecastingTrainingSettings { AllowedTrainingAlgorithms = [ForecastingModel.Prophet, ForecastingModel.ExponentialSmoothing] });

    public static ImageClassificationJob ImageClassification { get; } = AutoMl.ImageClassification(Input.MLTable("azureml:boats:1"), "label")
        .WithPrimaryMetric(ClassificationPrimaryMetric.Accuracy)
        .WithValidationData(Input.MLTable("azureml:boats:2"))
        .WithLimits(maxTrials: 6, maxConcurrentTrials: 2, timeout: TimeSpan.FromHours(4))
        .WithTrainingParameters(new ImageModelSettingsClassification
        {
            EarlyStopping = true,
            EvaluationFrequency = 1,
            LearningRateScheduler = LearningRateScheduler.WarmupCosine,
            Optimizer = StochasticOptimizer.Adamw,
        })
        .WithSweepSettings(SamplingAlgorithmType.Random, new BanditPolicy { EvaluationInterval = 2, SlackFactor = 0.2, DelayEvaluation = 6 })
        .AddSearchSpace(new ImageClassificationSearchSpace
        {
            ModelName = Search.Choice("vitb16r224", "seresnext"),
            LearningRate = Search.Uniform(0.001, 0.01),
            NumberOfEpochs = Search.Choice(15, 30),
        });

    public static ImageClassificationMultilabelJob ImageMultilabel { get; } = AutoMl.ImageClassificationMultilabel(Input.MLTable("azureml:boats:1"), "labels")
        .WithLimits(new ImageLimitSettings { Timeout = TimeSpan.FromHours(1) })
        .WithTrainingParameters(new ImageModelSettingsClassification { ModelName = "vits16r224", NumberOfEpochs = 3, ValidationCropSize = 224 });

    public static ImageObjectDetectionJob ObjectDetection { get; } = AutoMl.ImageObjectDetection(Input.MLTable("azureml:buoys:1"), "label")
        .WithValidationDataSize(0.1)
        .WithTrainingParameters(new ImageModelSettingsObjectDetection
        {
            ModelName = "yolov5",
            NmsIouThreshold = 0.55,
            ModelSize = ModelSize.Medium,
            TileGridSize = "3x2",
            ValidationMetricType = ValidationMetricType.Coco,
        });

    public static ImageInstanceSegmentationJob Segmentation { get; } = AutoMl.ImageInstanceSegmentation(Input.MLTable("azureml:buoys:1"), "label")
        .WithLimits(maxTrials: 2)
        .WithSweepSettings(SamplingAlgorithmType.Grid)
        .AddSearchSpace(new ImageObjectDetectionSearchSpace { ModelName = Search.Choice("maskrcnn_resnet50_fpn"), MinSize = Search.Choice(600, 800) });

    public static TextClassificationJob TextClassification { get; } = AutoMl.TextClassification(Input.MLTable("azureml:letters:1"), "mood")
        .WithPrimaryMetric(ClassificationPrimaryMetric.PrecisionScoreWeighted)
        .WithValidationData(Input.MLTable("azureml:letters:2"))
        .WithFeaturization(new NlpFeaturizationSettings { DatasetLanguage = "deu" })
        .WithLimits(new NlpLimitSettings { Timeout = TimeSpan.FromMinutes(45), MaxNodes = 2 });

    public static TextClassificationMultilabelJob TextMultilabel { get; } = AutoMl.TextClassificationMultilabel(Input.MLTable("azureml:letters:1"), "topics")
        .WithValidationData(Input.MLTable("azureml:letters:2"))
        .WithLimits(maxTrials: 1);

    public static TextNerJob TextNer { get; } = AutoMl.TextNer(Input.MLTable("azureml:letters:1"))
        .WithValidationData(Input.MLTable("azureml:letters:2"))
        .WithLimits(new NlpLimitSettings { Timeout = TimeSpan.FromHours(2), MaxTrials = 2, MaxConcurrentTrials = 2, MaxNodes = 4 })
        .WithSweepSettings(SamplingAlgorithmType.Random)
        .AddSearchSpace(new NlpSearchSpace { ModelName = Search.Choice("bert-base-cased", "roberta-base") })
        .AddSearchSpace(new NlpSearchSpace { ModelName = Search.Choice("distilroberta-base"), WeightDecay = Search.Uniform(0.01, 0.1) });
}
