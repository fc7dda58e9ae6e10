namespace ServerlessCompute;

/// <summary>The tasks of AutoML. Names are the contract's; how well an algorithm does is made up, in the order that practice would expect.</summary>
internal static class AutoMlTasks
{
    private static readonly string[] ClassificationMetrics = ["AUCWeighted", "Accuracy", "NormMacroRecall", "AveragePrecisionScoreWeighted", "PrecisionScoreWeighted"];
    private static readonly string[] AccuracyFirst = ["Accuracy", "AUCWeighted", "NormMacroRecall", "AveragePrecisionScoreWeighted", "PrecisionScoreWeighted"];
    private static readonly string[] RegressionMetrics = ["NormalizedRootMeanSquaredError", "SpearmanCorrelation", "R2Score", "NormalizedMeanAbsoluteError"];

    private static readonly (string, int)[] Classifiers =
    [
        ("LightGBM", 940), ("XGBoostClassifier", 935), ("RandomForest", 905), ("LogisticRegression", 880), ("ExtremeRandomTrees", 890), ("GradientBoosting", 925),
        ("SGD", 850), ("KNN", 830), ("DecisionTree", 840), ("SVM", 870), ("LinearSVM", 860), ("BernoulliNaiveBayes", 780), ("MultinomialNaiveBayes", 770),
    ];

    private static readonly (string, int)[] Regressors =
    [
        ("LightGBM", 930), ("XGBoostRegressor", 928), ("ElasticNet", 850), ("RandomForest", 900), ("ExtremeRandomTrees", 895), ("GradientBoosting", 915),
        ("LassoLars", 840), ("DecisionTree", 830), ("KNN", 820), ("SGD", 800),
    ];

    private static readonly (string, int)[] Forecasters =
    [
        ("AutoArima", 870), ("Prophet", 880), ("ExponentialSmoothing", 850), ("SeasonalNaive", 800), ("Naive", 760), ("Average", 740), ("SeasonalAverage", 780),
        ("Arimax", 860), ("TCNForecaster", 910), .. Regressors,
    ];

    private static readonly (string, int)[] Transformers = [("bert-base-cased", 900), ("bert-large-cased", 915), ("roberta-base", 910), ("distilbert-base-cased", 885)];

    private static readonly AutoMlTask[] Tasks =
    [
        new("Classification", ClassificationMetrics, Classifiers, NeedsGpu: false),
        new("Regression", RegressionMetrics, Regressors, NeedsGpu: false),
        new("Forecasting", RegressionMetrics, Forecasters, NeedsGpu: false),
        new("ImageClassification", AccuracyFirst, [("vitb16r224", 930), ("seresnext", 920), ("resnet50", 900), ("mobilenetv2", 870)], NeedsGpu: true),
        new("ImageClassificationMultilabel", ["IOU", .. ClassificationMetrics], [("vitb16r224", 880), ("seresnext", 870), ("resnet50", 850)], NeedsGpu: true),
        new("ImageObjectDetection", ["MeanAveragePrecision"], [("yolov5", 760), ("fasterrcnn_resnet50_fpn", 740), ("retinanet_resnet50_fpn", 720)], NeedsGpu: true),
        new("ImageInstanceSegmentation", ["MeanAveragePrecision"], [("maskrcnn_resnet50_fpn", 700)], NeedsGpu: true),
        new("TextClassification", AccuracyFirst, Transformers, NeedsGpu: true),
        new("TextClassificationMultilabel", ["Accuracy"], Transformers, NeedsGpu: true),
        new("TextNER", ["Accuracy"], Transformers, NeedsGpu: true),
    ];

    /// <summary>The contract's word, whatever its case and whether it has underscores.</summary>
    public static string Canonical(string word)
    {
        string plain = word.Replace("_", "", StringComparison.Ordinal);
        return Array.Find(Tasks, t => t.Name.Equals(plain, StringComparison.OrdinalIgnoreCase))?.Name ?? word;
    }

    public static AutoMlTask Of(string name) => Array.Find(Tasks, t => t.Name == name) ?? Tasks[0];
}
