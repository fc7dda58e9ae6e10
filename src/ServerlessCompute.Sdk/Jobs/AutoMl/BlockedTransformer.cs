namespace ServerlessCompute;

/// <summary>A way to make features that is not to be used. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct BlockedTransformer
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Text by the target values seen with it.</summary>
        public const string TextTargetEncoder = "TextTargetEncoder";

        /// <summary>A column for each category.</summary>
        public const string OneHotEncoder = "OneHotEncoder";

        /// <summary>Categories by the target values seen with them.</summary>
        public const string CatTargetEncoder = "CatTargetEncoder";

        /// <summary>Words weighted by how rare they are.</summary>
        public const string TfIdf = "TfIdf";

        /// <summary>Categories by their weight of evidence.</summary>
        public const string WoETargetEncoder = "WoETargetEncoder";

        /// <summary>A number for each category.</summary>
        public const string LabelEncoder = "LabelEncoder";

        /// <summary>Words as vectors.</summary>
        public const string WordEmbedding = "WordEmbedding";

        /// <summary>Text by a naive Bayes model.</summary>
        public const string NaiveBayes = "NaiveBayes";

        /// <summary>Counts of words.</summary>
        public const string CountVectorizer = "CountVectorizer";

        /// <summary>A hashed column for each category.</summary>
        public const string HashOneHotEncoder = "HashOneHotEncoder";
    }
}
