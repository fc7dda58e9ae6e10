namespace ServerlessCompute;

/// <summary>How an input reaches the job's machine. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct InputMode
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Mounted, cannot be written: the service's default.</summary>
        public const string ReadOnlyMount = "ReadOnlyMount";

        /// <summary>Mounted, can be written.</summary>
        public const string ReadWriteMount = "ReadWriteMount";

        /// <summary>Copied to the machine before the job starts.</summary>
        public const string Download = "Download";

        /// <summary>The job gets the address itself and reads on its own.</summary>
        public const string Direct = "Direct";

        /// <summary>The table's data is mounted and its definition evaluated.</summary>
        public const string EvalMount = "EvalMount";

        /// <summary>The table's data is copied and its definition evaluated.</summary>
        public const string EvalDownload = "EvalDownload";
    }
}
