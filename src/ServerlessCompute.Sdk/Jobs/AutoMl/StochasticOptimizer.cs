namespace ServerlessCompute;

/// <summary>How an image model is optimised. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct StochasticOptimizer
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>As the service decides.</summary>
        public const string None = "None";

        /// <summary>Stochastic gradient descent.</summary>
        public const string Sgd = "Sgd";

        /// <summary>Adam.</summary>
        public const string Adam = "Adam";

        /// <summary>Adam with decoupled weight decay.</summary>
        public const string Adamw = "Adamw";
    }
}
