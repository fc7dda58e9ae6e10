namespace ServerlessCompute;

/// <summary>How an output leaves the job's machine. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct OutputMode
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Written through to the storage: the service's default.</summary>
        public const string ReadWriteMount = "ReadWriteMount";

        /// <summary>Written to the machine's disk and uploaded at the end.</summary>
        public const string Upload = "Upload";

        /// <summary>The job gets the address itself and writes on its own.</summary>
        public const string Direct = "Direct";
    }
}
