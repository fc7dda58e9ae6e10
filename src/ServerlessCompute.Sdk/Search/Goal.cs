namespace ServerlessCompute;

/// <summary>Which way a metric is better. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct Goal
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Less is better.</summary>
        public const string Minimize = "Minimize";

        /// <summary>More is better.</summary>
        public const string Maximize = "Maximize";
    }
}
