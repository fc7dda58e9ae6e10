namespace ServerlessCompute;

/// <summary>How much the job logs. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct LogVerbosity
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>As the service decides.</summary>
        public const string NotSet = "NotSet";

        /// <summary>Everything.</summary>
        public const string Debug = "Debug";

        /// <summary>What happens.</summary>
        public const string Info = "Info";

        /// <summary>What is doubtful.</summary>
        public const string Warning = "Warning";

        /// <summary>What goes wrong.</summary>
        public const string Error = "Error";

        /// <summary>What ends the job.</summary>
        public const string Critical = "Critical";
    }
}
