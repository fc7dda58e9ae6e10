namespace ServerlessCompute;

/// <summary>What learns from the outputs of the models in a stack. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct StackMetaLearnerType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>As the service decides.</summary>
        public const string None = "None";

        /// <summary>Logistic regression.</summary>
        public const string LogisticRegression = "LogisticRegression";

        /// <summary>Logistic regression with cross-validation.</summary>
        public const string LogisticRegressionCV = "LogisticRegressionCV";

        /// <summary>LightGBM, for classes.</summary>
        public const string LightGBMClassifier = "LightGBMClassifier";

        /// <summary>Linear regression with an elastic net.</summary>
        public const string ElasticNet = "ElasticNet";

        /// <summary>The same with cross-validation.</summary>
        public const string ElasticNetCV = "ElasticNetCV";

        /// <summary>LightGBM, for numbers.</summary>
        public const string LightGBMRegressor = "LightGBMRegressor";

        /// <summary>Linear regression.</summary>
        public const string LinearRegression = "LinearRegression";
    }
}
