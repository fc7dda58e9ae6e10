namespace ServerlessCompute;

/// <summary>How the program of parallel work is started. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct ParallelTaskType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A function of a Python file is called with each batch.</summary>
        public const string RunFunction = "run_function";

        /// <summary>The same, as older components say it.</summary>
        public const string Function = "function";

        /// <summary>A registered model is applied to each batch.</summary>
        public const string Model = "model";
    }
}
