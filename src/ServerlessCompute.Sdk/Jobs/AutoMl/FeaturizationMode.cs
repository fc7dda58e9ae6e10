namespace ServerlessCompute;

/// <summary>Who decides how features are made. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct FeaturizationMode
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>The service.</summary>
        public const string Auto = "Auto";

        /// <summary>The service, within the settings beside this one.</summary>
        public const string Custom = "Custom";

        /// <summary>Nobody: columns are taken as they are.</summary>
        public const string Off = "Off";
    }
}
