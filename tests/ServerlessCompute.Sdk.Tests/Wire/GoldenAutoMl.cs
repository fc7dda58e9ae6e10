namespace ServerlessCompute;

/// <summary>AutoML jobs whose bodies people have read: one of each task, which together say everything that such jobs can say.</summary>
internal static class GoldenAutoMl
{
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    private static readonly DataInput _train = Input.MLTable($"{Workspace}/data/train/versions/1");

    private static readonly DataInput _valid = Input.MLTable("azureml://datastores/workspaceblobstore/paths/valid/", InputMode.EvalMount);

    public static IEnumerable<(string Name, AutoMlJob Job)> Jobs =>
    [
        ("automl-least", AutoMl.Classification(_train, "y")),
        ("automl-classification", Classification()),
        ("automl-regression", Regression()),
        ("automl-forecasting", Forecasting()),
        ("automl-image-classification", ImageClassification()),
        ("automl-image-classification-multilabel", AutoMl.ImageClassificationMultilabel(_train, "labels").WithLimits(maxTrials: 1).WithTrainingParameters(
            new ImageModelSettingsClassification { ModelName = "vits16r224", CheckpointModel = Input.MlflowModel($"{Workspace}/models/boats/versions/3"), AdvancedSettings = "{}" })),
        ("automl-image-object-detection", ImageObjectDetection()),
        ("automl-image-instance-segmentation", AutoMl.ImageInstanceSegmentation(_train, "label").WithSweepSettings(SamplingAlgorithmType.Grid).AddSearchSpace(
            new ImageObjectDetectionSearchSpace { ModelName = Search.Choice("maskrcnn_resnet50_fpn"), MinSize = Search.Choice(600, 800) })),
        ("automl-text-classification", TextClassification()),
        ("automl-text-classification-multilabel", AutoMl.TextClassificationMultilabel(_train, "topics").WithValidationData(_valid)),
        ("automl-text-ner", AutoMl.TextNer(_train).WithValidationData(_valid).WithLimits(maxTrials: 2, maxConcurrentTrials: 2).WithLogVerbosity(LogVerbosity.Debug)),
    ];

    public static IEnumerable<TestCaseData> All => Jobs.Select(golden => new TestCaseData(golden.Name, golden.Job).SetArgDisplayNames(golden.Name));

    private static ClassificationJob Classification() => AutoMl.Classification(_train, "y")
        .WithPrimaryMetric(ClassificationPrimaryMetric.Accuracy)
        .WithPositiveLabel("yes")
        .WithValidationData(_valid)
        .WithTestData(_train)
        .WithLimits(new TabularLimitSettings
        {
            MaxTrials = 40,
            MaxConcurrentTrials = 5,
            MaxNodes = 2,
            MaxCoresPerTrial = -1,
            ExitScore = 0.92,
            EnableEarlyTermination = true,
            Timeout = TimeSpan.FromHours(3),
            TrialTimeout = TimeSpan.FromMinutes(20),
        })
        .WithFeaturization(new TabularFeaturizationSettings
        {
            Mode = FeaturizationMode.Custom,
            BlockedTransformers = new[] { BlockedTransformer.WoETargetEncoder, BlockedTransformer.TfIdf },
            ColumnNameAndTypes = [new("size", "Numeric")],
            TransformerParams = [new("Imputer", new[] { new ColumnTransformer { Fields = new[] { "job" }, Parameters = [new("strategy", "constant"), new("fill_value", 0)] } })],
            DatasetLanguage = "eng",
            EnableDnnFeaturization = false,
        })
        .WithTraining(new ClassificationTrainingSettings
        {
            EnableDnnTraining = false,
            EnableModelExplainability = true,
            EnableOnnxCompatibleModels = false,
            EnableStackEnsemble = true,
            EnableVoteEnsemble = false,
            EnsembleModelDownloadTimeout = TimeSpan.FromMinutes(7),
            StackEnsembleSettings = new StackEnsembleSettings
            {
                StackMetaLearnerType = StackMetaLearnerType.LogisticRegressionCV,
                StackMetaLearnerTrainPercentage = 0.3,
                StackMetaLearnerKWargs = [new("penalty", "l2")],
            },
            TrainingMode = TabularTrainingMode.NonDistributed,
            AllowedTrainingAlgorithms = new[] { ClassificationModel.XGBoostClassifier, ClassificationModel.LightGBM },
        })
        .WithResources("Standard_E4s_v3", instanceCount: 5)
        .WithQueueSettings(JobTier.Spot)
        .WithEnvironment($"{Workspace}/environments/mine/versions/2")
        .AddEnvironmentVariable("LANG", "C.UTF-8")
        .WithOutput("best_model", Output.MlflowModel())
        .WithIdentity(new UserIdentityConfiguration())
        .WithDisplayName("bank").WithExperimentName("marketing").AddTag("team", "sales");

    private static RegressionJob Regression() => AutoMl.Regression(_train, "price")
        .WithPrimaryMetric(RegressionPrimaryMetric.R2Score)
        .WithNCrossValidations(4)
        .WithCvSplitColumnNames(new[] { "fold" })
        .WithWeightColumnName("weight")
        .WithTestDataSize(0.1)
        .WithTraining(new RegressionTrainingSettings { BlockedTrainingAlgorithms = new[] { RegressionModel.KNN, RegressionModel.SGD } });

    private static ForecastingJob Forecasting() => AutoMl.Forecasting(_train, "level")
        .WithPrimaryMetric(ForecastingPrimaryMetric.NormalizedMeanAbsoluteError)
        .WithNCrossValidations(AutoOrNumber.Auto)
        .WithValidationDataSize(0.25)
        .WithTraining(new ForecastingTrainingSettings { AllowedTrainingAlgorithms = new[] { ForecastingModel.TCNForecaster, ForecastingModel.Prophet } })
        .WithForecastingSettings(new ForecastingSettings
        {
            TimeColumnName = "day",
            TimeSeriesIdColumnNames = new[] { "lake", "gauge" },
            ForecastHorizon = 14,
            Frequency = "D",
            TargetLags = TargetLags.Of(1, 7),
            TargetRollingWindowSize = AutoOrNumber.Auto,
            Seasonality = 7,
            FeatureLags = FeatureLags.Auto,
            UseStl = UseStl.SeasonTrend,
            ShortSeriesHandlingConfig = ShortSeriesHandlingConfiguration.Pad,
            TargetAggregateFunction = TargetAggregationFunction.Mean,
            CountryOrRegionForHolidays = "DE",
            CvStepSize = 2,
            FeaturesUnknownAtForecastTime = new[] { "rain" },
        });

    private static ImageClassificationJob ImageClassification() => AutoMl.ImageClassification(_train, "label")
        .WithPrimaryMetric(ClassificationPrimaryMetric.AUCWeighted)
        .WithValidationDataSize(0.2)
        .WithLimits(maxTrials: 6, maxConcurrentTrials: 2, timeout: TimeSpan.FromHours(4))
        .WithSweepSettings(SamplingAlgorithmType.Random, new BanditPolicy { SlackFactor = 0.2, EvaluationInterval = 2, DelayEvaluation = 6 })
        .WithTrainingParameters(new ImageModelSettingsClassification
        {
            NumberOfEpochs = 15,
            LearningRate = 0.01,
            LearningRateScheduler = LearningRateScheduler.WarmupCosine,
            WarmupCosineLRCycles = 0.45,
            WarmupCosineLRWarmupEpochs = 2,
            StepLRGamma = 0.5,
            StepLRStepSize = 5,
            Optimizer = StochasticOptimizer.Adamw,
            Beta1 = 0.9,
            AmsGradient = true,
            EarlyStopping = true,
            EvaluationFrequency = 1,
            TrainingCropSize = 224,
            WeightedLoss = 2,
        })
        .AddSearchSpace(new ImageClassificationSearchSpace
        {
            ModelName = Search.Choice("vitb16r224", "seresnext"),
            LearningRate = Search.Uniform(0.00001, 0.01),
            NumberOfEpochs = Search.Choice(15, 30),
            Optimizer = "adamw",
            Momentum = Search.Normal(0.9, 0.05),
            WeightDecay = 1e-5,
            AmsGradient = Search.Choice(true, false),
            ValidationCropSize = Search.QUniform(224, 256, 8),
        })
        .AddSearchSpace(new ImageClassificationSearchSpace { ModelName = "resnet50", Beta1 = 1.0, Beta2 = Search.Choice(0.9, 1.0), Nesterov = true, RandomSeed = Search.Randint(100) });

    private static ImageObjectDetectionJob ImageObjectDetection() => AutoMl.ImageObjectDetection(_train, "label")
        .WithValidationData(_valid)
        .WithTrainingParameters(new ImageModelSettingsObjectDetection
        {
            ModelName = "yolov5",
            ModelSize = ModelSize.ExtraLarge,
            NmsIouThreshold = 0.55,
            TileGridSize = "3x2",
            ValidationMetricType = ValidationMetricType.CocoVoc,
            LogTrainingMetrics = LogTrainingMetrics.Enable,
            LogValidationLoss = LogValidationLoss.Disable,
        });

    private static TextClassificationJob TextClassification() => AutoMl.TextClassification(_train, "mood")
        .WithPrimaryMetric(ClassificationPrimaryMetric.PrecisionScoreWeighted)
        .WithValidationData(_valid)
        .WithFeaturization(new NlpFeaturizationSettings { DatasetLanguage = "deu" })
        .WithLimits(new NlpLimitSettings { MaxTrials = 4, MaxNodes = 2, Timeout = TimeSpan.FromMinutes(45), TrialTimeout = TimeSpan.FromMinutes(20) })
        .WithTrainingParameters(new NlpFixedParameters { ModelName = "bert-base-cased", LearningRateScheduler = NlpLearningRateScheduler.CosineWithRestarts, WarmupRatio = 0.1 })
        .WithSweepSettings(SamplingAlgorithmType.Random, new MedianStoppingPolicy { EvaluationInterval = 2 })
        .AddSearchSpace(new NlpSearchSpace { ModelName = Search.Choice("bert-base-cased", "roberta-base"), LearningRate = Search.Uniform(1e-5, 5e-5), GradientAccumulationSteps = 2 });
}
