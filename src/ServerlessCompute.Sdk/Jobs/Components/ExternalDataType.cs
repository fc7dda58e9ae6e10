namespace ServerlessCompute;

/// <summary>A kind of system outside the workspace that holds data. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct ExternalDataType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A database.</summary>
        public const string Database = "database";

        /// <summary>A file system.</summary>
        public const string FileSystem = "file_system";
    }
}
