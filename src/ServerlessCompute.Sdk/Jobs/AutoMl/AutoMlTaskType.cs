namespace ServerlessCompute;

/// <summary>What an AutoML job learns. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct AutoMlTaskType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>One of several classes for each row of a table.</summary>
        public const string Classification = "Classification";

        /// <summary>A number for each row of a table.</summary>
        public const string Regression = "Regression";

        /// <summary>The next values of one or more time series.</summary>
        public const string Forecasting = "Forecasting";

        /// <summary>One of several classes for each image.</summary>
        public const string ImageClassification = "ImageClassification";

        /// <summary>Any number of labels for each image.</summary>
        public const string ImageClassificationMultilabel = "ImageClassificationMultilabel";

        /// <summary>Boxes around the objects in each image.</summary>
        public const string ImageObjectDetection = "ImageObjectDetection";

        /// <summary>Outlines of the objects in each image.</summary>
        public const string ImageInstanceSegmentation = "ImageInstanceSegmentation";

        /// <summary>One of several classes for each text.</summary>
        public const string TextClassification = "TextClassification";

        /// <summary>Any number of labels for each text.</summary>
        public const string TextClassificationMultilabel = "TextClassificationMultilabel";

        /// <summary>Names of people, places and things in each text.</summary>
        public const string TextNER = "TextNER";
    }
}
