namespace ServerlessCompute;

/// <summary>How much parallel work logs. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct ParallelLoggingLevel
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Everything.</summary>
        public const string Debug = "DEBUG";

        /// <summary>What happens: the service's default.</summary>
        public const string Info = "INFO";

        /// <summary>What may be wrong.</summary>
        public const string Warning = "WARNING";
    }
}
