namespace ServerlessCompute;

/// <summary>By which metric forecasts are compared. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct ForecastingPrimaryMetric
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>How well the order of the predictions is the order of the values.</summary>
        public const string SpearmanCorrelation = "SpearmanCorrelation";

        /// <summary>Root of the mean squared error, as a share of the range of values.</summary>
        public const string NormalizedRootMeanSquaredError = "NormalizedRootMeanSquaredError";

        /// <summary>The share of the variance that is explained.</summary>
        public const string R2Score = "R2Score";

        /// <summary>Mean absolute error, as a share of the range of values.</summary>
        public const string NormalizedMeanAbsoluteError = "NormalizedMeanAbsoluteError";
    }
}
