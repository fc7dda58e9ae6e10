namespace ServerlessCompute;

/// <summary>How detections are scored. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct ValidationMetricType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Not at all.</summary>
        public const string None = "None";

        /// <summary>As the COCO data set does.</summary>
        public const string Coco = "Coco";

        /// <summary>As the Pascal VOC data set does.</summary>
        public const string Voc = "Voc";

        /// <summary>Both ways.</summary>
        public const string CocoVoc = "CocoVoc";
    }
}
