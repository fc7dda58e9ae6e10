namespace ServerlessCompute;

/// <summary>Whether metrics of the training data are logged. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct LogTrainingMetrics
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>They are.</summary>
        public const string Enable = "Enable";

        /// <summary>They are not.</summary>
        public const string Disable = "Disable";
    }
}
