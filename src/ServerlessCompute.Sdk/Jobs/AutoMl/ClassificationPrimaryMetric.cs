namespace ServerlessCompute;

/// <summary>By which metric classifiers are compared. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct ClassificationPrimaryMetric
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Area under the receiver operating curve, each class weighted by its share.</summary>
        public const string AUCWeighted = "AUCWeighted";

        /// <summary>The share of rows that are classified right.</summary>
        public const string Accuracy = "Accuracy";

        /// <summary>Recall, averaged over classes, from 0 for chance to 1.</summary>
        public const string NormMacroRecall = "NormMacroRecall";

        /// <summary>Average precision, each class weighted by its share.</summary>
        public const string AveragePrecisionScoreWeighted = "AveragePrecisionScoreWeighted";

        /// <summary>Precision, each class weighted by its share.</summary>
        public const string PrecisionScoreWeighted = "PrecisionScoreWeighted";
    }
}
