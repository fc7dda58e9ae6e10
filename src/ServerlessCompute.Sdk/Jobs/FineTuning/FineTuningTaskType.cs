using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>What a model learns (preview). An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
[Experimental("SCEXP001")]
public readonly partial struct FineTuningTaskType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>To answer in a conversation.</summary>
        public const string ChatCompletion = "ChatCompletion";

        /// <summary>To continue a text.</summary>
        public const string TextCompletion = "TextCompletion";

        /// <summary>To put texts into classes.</summary>
        public const string TextClassification = "TextClassification";

        /// <summary>To find the answer to a question in a text.</summary>
        public const string QuestionAnswering = "QuestionAnswering";

        /// <summary>To say a text in fewer words.</summary>
        public const string TextSummarization = "TextSummarization";

        /// <summary>To put the words of texts into classes.</summary>
        public const string TokenClassification = "TokenClassification";

        /// <summary>To say a text in another language.</summary>
        public const string TextTranslation = "TextTranslation";

        /// <summary>To put images into classes.</summary>
        public const string ImageClassification = "ImageClassification";

        /// <summary>To find things in images by their outlines.</summary>
        public const string ImageInstanceSegmentation = "ImageInstanceSegmentation";

        /// <summary>To find things in images by their boxes.</summary>
        public const string ImageObjectDetection = "ImageObjectDetection";

        /// <summary>To follow things through videos.</summary>
        public const string VideoMultiObjectTracking = "VideoMultiObjectTracking";
    }
}
