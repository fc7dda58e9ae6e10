namespace ServerlessCompute;

/// <summary>How the learning rate of an image model changes. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct LearningRateScheduler
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>As the service decides.</summary>
        public const string None = "None";

        /// <summary>It rises at first, then falls along a cosine.</summary>
        public const string WarmupCosine = "WarmupCosine";

        /// <summary>It falls in steps.</summary>
        public const string Step = "Step";
    }
}
