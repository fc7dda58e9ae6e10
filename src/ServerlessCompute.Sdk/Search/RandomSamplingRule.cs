namespace ServerlessCompute;

/// <summary>How random trials are spread. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct RandomSamplingRule
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Pseudo-random numbers.</summary>
        public const string Random = "Random";

        /// <summary>A Sobol sequence, which covers the space evenly.</summary>
        public const string Sobol = "Sobol";
    }
}
