namespace ServerlessCompute;

/// <summary>How image and text models draw from their search spaces. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct SamplingAlgorithmType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Every combination is tried; the search spaces are choices.</summary>
        public const string Grid = "Grid";

        /// <summary>Each trial is drawn by itself.</summary>
        public const string Random = "Random";

        /// <summary>Trials are drawn where earlier ones promise most.</summary>
        public const string Bayesian = "Bayesian";
    }
}
