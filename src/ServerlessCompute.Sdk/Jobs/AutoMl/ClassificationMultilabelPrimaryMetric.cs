namespace ServerlessCompute;

/// <summary>By which metric models that give several labels are compared. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct ClassificationMultilabelPrimaryMetric
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Area under the receiver operating curve, each class weighted by its share.</summary>
        public const string AUCWeighted = "AUCWeighted";

        /// <summary>The share of items whose labels are all right.</summary>
        public const string Accuracy = "Accuracy";

        /// <summary>Recall, averaged over classes, from 0 for chance to 1.</summary>
        public const string NormMacroRecall = "NormMacroRecall";

        /// <summary>Average precision, each class weighted by its share.</summary>
        public const string AveragePrecisionScoreWeighted = "AveragePrecisionScoreWeighted";

        /// <summary>Precision, each class weighted by its share.</summary>
        public const string PrecisionScoreWeighted = "PrecisionScoreWeighted";

        /// <summary>Labels that are found and right, as a share of those found or right.</summary>
        public const string IOU = "IOU";
    }
}
