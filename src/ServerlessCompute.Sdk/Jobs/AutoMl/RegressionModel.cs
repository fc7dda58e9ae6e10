namespace ServerlessCompute;

/// <summary>A kind of regression model that is tried. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct RegressionModel
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Linear regression with an elastic net.</summary>
        public const string ElasticNet = "ElasticNet";

        /// <summary>Gradient boosting.</summary>
        public const string GradientBoosting = "GradientBoosting";

        /// <summary>A decision tree.</summary>
        public const string DecisionTree = "DecisionTree";

        /// <summary>The nearest neighbours.</summary>
        public const string KNN = "KNN";

        /// <summary>Lasso, fitted by least angles.</summary>
        public const string LassoLars = "LassoLars";

        /// <summary>A linear model trained by stochastic gradient descent.</summary>
        public const string SGD = "SGD";

        /// <summary>A random forest.</summary>
        public const string RandomForest = "RandomForest";

        /// <summary>Extremely randomised trees.</summary>
        public const string ExtremeRandomTrees = "ExtremeRandomTrees";

        /// <summary>LightGBM.</summary>
        public const string LightGBM = "LightGBM";

        /// <summary>XGBoost.</summary>
        public const string XGBoostRegressor = "XGBoostRegressor";
    }
}
