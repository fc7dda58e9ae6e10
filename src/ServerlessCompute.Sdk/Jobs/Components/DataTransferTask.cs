namespace ServerlessCompute;

/// <summary>What is done with data that is moved. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct DataTransferTask
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Data of the workspace is copied or merged.</summary>
        public const string CopyData = "copy_data";

        /// <summary>Data of a database or another file system is brought in.</summary>
        public const string ImportData = "import_data";

        /// <summary>Data is written to a database or another file system.</summary>
        public const string ExportData = "export_data";
    }
}
