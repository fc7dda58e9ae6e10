namespace ServerlessCompute;

/// <summary>How the learning rate of a text model changes. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct NlpLearningRateScheduler
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>As the service decides.</summary>
        public const string None = "None";

        /// <summary>It falls linearly.</summary>
        public const string Linear = "Linear";

        /// <summary>It falls along a cosine.</summary>
        public const string Cosine = "Cosine";

        /// <summary>It falls along a cosine, several times.</summary>
        public const string CosineWithRestarts = "CosineWithRestarts";

        /// <summary>It falls along a polynomial.</summary>
        public const string Polynomial = "Polynomial";

        /// <summary>It stays.</summary>
        public const string Constant = "Constant";

        /// <summary>It rises at first, then stays.</summary>
        public const string ConstantWithWarmup = "ConstantWithWarmup";
    }
}
