namespace ServerlessCompute;

/// <summary>Whether numeric columns are lagged as the target is. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct FeatureLags
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>No.</summary>
        public const string None = "None";

        /// <summary>As the service decides.</summary>
        public const string Auto = "Auto";
    }
}
