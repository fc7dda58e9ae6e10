namespace ServerlessCompute;

/// <summary>Which parts of the target's decomposition are features. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct UseStl
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>None of them.</summary>
        public const string None = "None";

        /// <summary>The season.</summary>
        public const string Season = "Season";

        /// <summary>The season and the trend.</summary>
        public const string SeasonTrend = "SeasonTrend";
    }
}
