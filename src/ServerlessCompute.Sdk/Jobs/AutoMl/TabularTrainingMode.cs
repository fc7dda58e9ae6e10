namespace ServerlessCompute;

/// <summary>Whether one model is trained on several nodes. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct TabularTrainingMode
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>As the service decides.</summary>
        public const string Auto = "Auto";

        /// <summary>Yes, where the algorithm can.</summary>
        public const string Distributed = "Distributed";

        /// <summary>No.</summary>
        public const string NonDistributed = "NonDistributed";
    }
}
