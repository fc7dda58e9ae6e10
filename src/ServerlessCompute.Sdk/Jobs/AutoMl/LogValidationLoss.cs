namespace ServerlessCompute;

/// <summary>Whether the loss on the validation data is logged. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct LogValidationLoss
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>It is.</summary>
        public const string Enable = "Enable";

        /// <summary>It is not.</summary>
        public const string Disable = "Disable";
    }
}
