namespace ServerlessCompute;

/// <summary>By which metric segmentation models are compared. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct InstanceSegmentationPrimaryMetric
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Average precision, averaged over classes.</summary>
        public const string MeanAveragePrecision = "MeanAveragePrecision";
    }
}
