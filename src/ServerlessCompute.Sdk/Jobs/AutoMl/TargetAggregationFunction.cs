namespace ServerlessCompute;

/// <summary>How target values that fall into one period are put together. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct TargetAggregationFunction
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Not at all.</summary>
        public const string None = "None";

        /// <summary>Their sum.</summary>
        public const string Sum = "Sum";

        /// <summary>The largest.</summary>
        public const string Max = "Max";

        /// <summary>The smallest.</summary>
        public const string Min = "Min";

        /// <summary>Their mean.</summary>
        public const string Mean = "Mean";
    }
}
