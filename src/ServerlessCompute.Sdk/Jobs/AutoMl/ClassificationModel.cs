namespace ServerlessCompute;

/// <summary>A kind of classifier that is tried. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct ClassificationModel
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Logistic regression.</summary>
        public const string LogisticRegression = "LogisticRegression";

        /// <summary>A linear model trained by stochastic gradient descent.</summary>
        public const string SGD = "SGD";

        /// <summary>Naive Bayes over counts.</summary>
        public const string MultinomialNaiveBayes = "MultinomialNaiveBayes";

        /// <summary>Naive Bayes over truth values.</summary>
        public const string BernoulliNaiveBayes = "BernoulliNaiveBayes";

        /// <summary>A support vector machine.</summary>
        public const string SVM = "SVM";

        /// <summary>A linear support vector machine.</summary>
        public const string LinearSVM = "LinearSVM";

        /// <summary>The nearest neighbours.</summary>
        public const string KNN = "KNN";

        /// <summary>A decision tree.</summary>
        public const string DecisionTree = "DecisionTree";

        /// <summary>A random forest.</summary>
        public const string RandomForest = "RandomForest";

        /// <summary>Extremely randomised trees.</summary>
        public const string ExtremeRandomTrees = "ExtremeRandomTrees";

        /// <summary>LightGBM.</summary>
        public const string LightGBM = "LightGBM";

        /// <summary>Gradient boosting.</summary>
        public const string GradientBoosting = "GradientBoosting";

        /// <summary>XGBoost.</summary>
        public const string XGBoostClassifier = "XGBoostClassifier";
    }
}
