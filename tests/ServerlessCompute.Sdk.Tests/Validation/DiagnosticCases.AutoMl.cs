namespace ServerlessCompute;

/// <content>What can be wrong with an AutoML job.</content>
internal static partial class DiagnosticCases
{
    private static List<DiagnosticCase> AutoMlCases()
    {
        ClassificationJob classifier = AutoMl.Classification(Input.MLTable("./train"), "y");
        ForecastingJob forecast = AutoMl.Forecasting(Input.MLTable("./train"), "y").WithForecastingSettings(new ForecastingSettings { TimeColumnName = "day" });
        ImageClassificationJob images = AutoMl.ImageClassification(Input.MLTable("./train"), "label");
        ImageObjectDetectionJob boxes = AutoMl.ImageObjectDetection(Input.MLTable("./train"), "label");
        TextClassificationJob texts = AutoMl.TextClassification(Input.MLTable("./train"), "mood").WithValidationData(Input.MLTable("./valid"));
        ImageClassificationJob searched = images.WithSweepSettings(SamplingAlgorithmType.Random);
        return
        [
            DiagnosticCase.Of("SC1301", "TrainingData", classifier.WithTrainingData(null)),
            DiagnosticCase.Of("SC1302", "TargetColumnName", classifier.WithTargetColumnName(null)),
            DiagnosticCase.Of("SC1302", "TargetColumnName", texts.WithTargetColumnName(" ")),
            DiagnosticCase.Of("SC1303", "TrainingData.Type", classifier.WithTrainingData(Input.UriFolder("./train"))),
            DiagnosticCase.Of("SC1303", "ValidationData.Type", texts.WithValidationData(Input.UriFile("./valid.csv"))),
            DiagnosticCase.Of("SC1303", "TestData.Type", classifier.WithTestData(new DataInput { Type = default, Path = "./test" })),
            DiagnosticCase.Of("SC1303", "TrainingParameters.CheckpointModel.Type", images.WithTrainingParameters(new ImageModelSettingsClassification { CheckpointModel = Input.MLTable("./model") })),
            DiagnosticCase.Of("SC1304", "PrimaryMetric", classifier.WithPrimaryMetric("R2Score")),
            DiagnosticCase.Of("SC1304", "PrimaryMetric", forecast.WithPrimaryMetric("Acuracy")),
            DiagnosticCase.Of("SC1304", "PrimaryMetric", AutoMl.Regression(Input.MLTable("./train"), "y").WithPrimaryMetric("Accuracy")),
            DiagnosticCase.Of("SC1304", "PrimaryMetric", images.WithPrimaryMetric("IOU")),
            DiagnosticCase.Of("SC1304", "PrimaryMetric", AutoMl.ImageClassificationMultilabel(Input.MLTable("./train"), "labels").WithPrimaryMetric("MeanAveragePrecision")),
            DiagnosticCase.Of("SC1304", "PrimaryMetric", boxes.WithPrimaryMetric("IOU")),
            DiagnosticCase.Of("SC1304", "PrimaryMetric", AutoMl.ImageInstanceSegmentation(Input.MLTable("./train"), "label").WithPrimaryMetric("R2Score")),
            DiagnosticCase.Of("SC1304", "PrimaryMetric", texts.WithPrimaryMetric("F1")),
            DiagnosticCase.Of("SC1305", "Training.AllowedTrainingAlgorithms[0]", classifier.WithTraining(new ClassificationTrainingSettings { AllowedTrainingAlgorithms = [new("LightGMB")] })),
            DiagnosticCase.Of("SC1305", "LogVerbosity", classifier.WithLogVerbosity("Verbose")),
            DiagnosticCase.Of("SC1305", "Featurization.Mode", classifier.WithFeaturization(new TabularFeaturizationSettings { Mode = "Manual" })),
            DiagnosticCase.Of("SC1305", "Featurization.BlockedTransformers[0]", classifier.WithFeaturization(new TabularFeaturizationSettings { Mode = FeaturizationMode.Custom, BlockedTransformers = [new("Tfidff")] })),
            DiagnosticCase.Of("SC1305", "Training.StackEnsembleSettings.StackMetaLearnerType", classifier.WithTraining(new ClassificationTrainingSettings { StackEnsembleSettings = new StackEnsembleSettings { StackMetaLearnerType = "Vote" } })),
            DiagnosticCase.Of("SC1305", "ForecastingSettings.UseStl", forecast.WithForecastingSettings(new ForecastingSettings { TimeColumnName = "day", UseStl = "Trend" })),
            DiagnosticCase.Of("SC1305", "TrainingParameters.Optimizer", images.WithTrainingParameters(new ImageModelSettingsClassification { Optimizer = "Lion" })),
            DiagnosticCase.Of("SC1305", "TrainingParameters.ModelSize", boxes.WithTrainingParameters(new ImageModelSettingsObjectDetection { ModelName = "yolov5", ModelSize = "Huge" })),
            DiagnosticCase.Of("SC1305", "TrainingParameters.LearningRateScheduler", texts.WithTrainingParameters(new NlpFixedParameters { LearningRateScheduler = "Step" })),
            DiagnosticCase.Of("SC1306", "Limits.MaxTrials", classifier.WithLimits(maxTrials: 0)),
            DiagnosticCase.Of("SC1306", "Limits.MaxConcurrentTrials", images.WithLimits(maxTrials: 2, maxConcurrentTrials: 0)),
            DiagnosticCase.Of("SC1306", "Limits.MaxNodes", texts.WithLimits(new NlpLimitSettings { MaxNodes = 0 })),
            DiagnosticCase.Of("SC1306", "Limits.MaxCoresPerTrial", classifier.WithLimits(new TabularLimitSettings { MaxCoresPerTrial = 0 })),
            DiagnosticCase.Of("SC1213", "Limits.MaxConcurrentTrials", classifier.WithLimits(maxTrials: 2, maxConcurrentTrials: 5)),
            DiagnosticCase.Of("SC1307", "Limits.TrialTimeout", classifier.WithLimits(maxTrials: 40, timeout: TimeSpan.FromHours(1), trialTimeout: TimeSpan.FromHours(2))),
            DiagnosticCase.Of("SC1308", "ValidationDataSize", classifier.WithValidationDataSize(20)),
            DiagnosticCase.Of("SC1308", "TestDataSize", classifier.WithTestDataSize(double.NaN)),
            DiagnosticCase.Of("SC1308", "ValidationDataSize", images.WithValidationDataSize(1)),
            DiagnosticCase.Of("SC1309", "NCrossValidations", classifier.WithNCrossValidations(1)),
            DiagnosticCase.Of("SC1310", "NCrossValidations", classifier.WithValidationData(Input.MLTable("./valid")).WithNCrossValidations(5)),
            DiagnosticCase.Of("SC1310", "TestDataSize", classifier.WithTestData(Input.MLTable("./test")).WithTestDataSize(0.1)),
            DiagnosticCase.Of("SC1311", "Training.BlockedTrainingAlgorithms", classifier.WithTraining(new ClassificationTrainingSettings { AllowedTrainingAlgorithms = [ClassificationModel.SVM, ClassificationModel.KNN], BlockedTrainingAlgorithms = [ClassificationModel.KNN] })),
            DiagnosticCase.Of("SC1312", "Training.StackEnsembleSettings", classifier.WithTraining(new ClassificationTrainingSettings { EnableStackEnsemble = false, StackEnsembleSettings = new StackEnsembleSettings { StackMetaLearnerTrainPercentage = 0.3 } })),
            DiagnosticCase.Of("SC1313", "Featurization.Mode", classifier.WithFeaturization(new TabularFeaturizationSettings { ColumnNameAndTypes = [new("size", "Numeric")] })),
            DiagnosticCase.Of("SC1314", "Featurization.DatasetLanguage", texts.WithFeaturization(new NlpFeaturizationSettings { DatasetLanguage = "English" })),
            DiagnosticCase.Of("SC1314", "ForecastingSettings.CountryOrRegionForHolidays", forecast.WithForecastingSettings(new ForecastingSettings { TimeColumnName = "day", CountryOrRegionForHolidays = "Germany" })),
            DiagnosticCase.Of("SC1315", "ForecastingSettings", forecast.WithForecastingSettings(null)),
            DiagnosticCase.Of("SC1315", "ForecastingSettings.TimeColumnName", forecast.WithForecastingSettings(new ForecastingSettings { ForecastHorizon = 14 })),
            DiagnosticCase.Of("SC1316", "ForecastingSettings.ForecastHorizon", forecast.WithForecastingSettings(new ForecastingSettings { TimeColumnName = "day", ForecastHorizon = 0 })),
            DiagnosticCase.Of("SC1316", "ForecastingSettings.TargetLags.Values[1]", forecast.WithForecastingSettings(new ForecastingSettings { TimeColumnName = "day", TargetLags = TargetLags.Of(1, -7) })),
            DiagnosticCase.Of("SC1317", "ForecastingSettings.TargetAggregateFunction", forecast.WithForecastingSettings(new ForecastingSettings { TimeColumnName = "day", TargetAggregateFunction = TargetAggregationFunction.Sum })),
            DiagnosticCase.Of("SC1318", "SweepSettings.SamplingAlgorithm", images.WithSweepSettings(new AutoMlSweepSettings()).AddSearchSpace(new ImageClassificationSearchSpace { ModelName = "seresnext" })),
            DiagnosticCase.Of("SC1319", "SearchSpace", images.AddSearchSpace(new ImageClassificationSearchSpace { ModelName = Search.Choice("seresnext", "vitb16r224") })),
            DiagnosticCase.Of("SC1319", "SweepSettings", texts.WithSweepSettings(SamplingAlgorithmType.Random)),
            DiagnosticCase.Of("SC1320", "SearchSpace[0].ModelName", searched.AddSearchSpace(new ImageClassificationSearchSpace { ModelName = Search.Uniform(0, 1) })),
            DiagnosticCase.Of("SC1320", "SearchSpace[0].NumberOfEpochs", searched.AddSearchSpace(new ImageClassificationSearchSpace { NumberOfEpochs = 1.5 })),
            DiagnosticCase.Of("SC1320", "SearchSpace[0].TrainingBatchSize", searched.AddSearchSpace(new ImageClassificationSearchSpace { TrainingBatchSize = Search.Normal(16, 4) })),
            DiagnosticCase.Of("SC1320", "SearchSpace[0].Nesterov.Values[1]", searched.AddSearchSpace(new ImageClassificationSearchSpace { Nesterov = Search.Choice(true, "maybe") })),
            DiagnosticCase.Of("SC1320", "SearchSpace[0].LearningRate", searched.AddSearchSpace(new ImageClassificationSearchSpace { LearningRate = SearchValue.Of([new("low", 0.1)]) })),
            DiagnosticCase.Of("SC1204", "SearchSpace[0].LearningRate", searched.AddSearchSpace(new ImageClassificationSearchSpace { LearningRate = Search.Uniform(0.1, 0.01) })),
            DiagnosticCase.Of("SC1206", "SearchSpace[0].LearningRate", images.WithSweepSettings(SamplingAlgorithmType.Grid).AddSearchSpace(new ImageClassificationSearchSpace { LearningRate = Search.Uniform(0.01, 0.1) })),
            DiagnosticCase.Of("SC1207", "SearchSpace[0].LearningRate", images.WithSweepSettings(SamplingAlgorithmType.Bayesian).AddSearchSpace(new ImageClassificationSearchSpace { LearningRate = Search.Normal(0.1, 0.01) })),
            DiagnosticCase.Of("SC1208", "SweepSettings.EarlyTermination", images.WithSweepSettings(SamplingAlgorithmType.Bayesian, new MedianStoppingPolicy()).AddSearchSpace(new ImageClassificationSearchSpace { ModelName = "seresnext" })),
            DiagnosticCase.Of("SC1216", "SweepSettings.EarlyTermination.SlackFactor", searched.WithSweepSettings(SamplingAlgorithmType.Random, new BanditPolicy { SlackFactor = -1, SlackAmount = 0.1 }).AddSearchSpace(new ImageClassificationSearchSpace { ModelName = "seresnext" })),
            DiagnosticCase.Of("SC1305", "SweepSettings.SamplingAlgorithm", images.WithSweepSettings((SamplingAlgorithmType)"Sobol").AddSearchSpace(new ImageClassificationSearchSpace { ModelName = "seresnext" })),
            DiagnosticCase.Of("SC1321", "TrainingParameters.LearningRate", images.WithTrainingParameters(new ImageModelSettingsClassification { LearningRate = 10 })),
            DiagnosticCase.Of("SC1321", "TrainingParameters.NumberOfEpochs", texts.WithTrainingParameters(new NlpFixedParameters { NumberOfEpochs = 0 })),
            DiagnosticCase.Of("SC1321", "TrainingParameters.WeightedLoss", images.WithTrainingParameters(new ImageModelSettingsClassification { WeightedLoss = 3 })),
            DiagnosticCase.Of("SC1322", "TrainingParameters.MinSize", boxes.WithTrainingParameters(new ImageModelSettingsObjectDetection { ModelName = "yolov5", MinSize = 600 })),
            DiagnosticCase.Of("SC1322", "TrainingParameters.ModelSize", boxes.WithTrainingParameters(new ImageModelSettingsObjectDetection { ModelName = "retinanet_resnet50_fpn", ModelSize = ModelSize.Large })),
            DiagnosticCase.Of("SC1323", "Resources.InstanceType", images.WithResources("Standard_E4s_v3")),
            DiagnosticCase.Of("SC1324", "ValidationData", texts.WithValidationData(null)),
            DiagnosticCase.Of("SC0210", "TrainingData.Path", classifier.WithTrainingData(Input.MLTable("azureml:bank"))),
            DiagnosticCase.Of("SC0301", "Outputs[\"best model\"]", classifier.WithOutput("best model", Output.MlflowModel())),
            DiagnosticCase.Of("SC0304", "Outputs[\"best_model\"].Type", classifier.WithOutput("best_model", new Output { Type = "onnx_model" })),
            DiagnosticCase.Of("SC0403", "Environment.Reference", classifier.WithEnvironment("sklearn")),
            DiagnosticCase.Of("SC0511", "QueueSettings.JobTier", classifier.WithQueueSettings((JobTier)"Sport")),
            DiagnosticCase.Of("SC0001", "SearchSpace[0]", searched.WithSearchSpace(new ImageClassificationSearchSpace[] { null! })),
            DiagnosticCase.Of("SC0001", "Training.AllowedTrainingAlgorithms", classifier.WithTraining(new ClassificationTrainingSettings { AllowedTrainingAlgorithms = null! })),
        ];
    }
}
