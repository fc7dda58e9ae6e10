namespace ServerlessCompute;

/// <summary>What becomes of time series that are too short. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct ShortSeriesHandlingConfiguration
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>They are left as they are.</summary>
        public const string None = "None";

        /// <summary>They are padded when all are short, else dropped.</summary>
        public const string Auto = "Auto";

        /// <summary>They are padded.</summary>
        public const string Pad = "Pad";

        /// <summary>They are dropped.</summary>
        public const string Drop = "Drop";
    }
}
