namespace ServerlessCompute;

/// <summary>What happens to files of one name when data is merged. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct DataCopyMode
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>The later one stays.</summary>
        public const string MergeWithOverwrite = "merge_with_overwrite";

        /// <summary>The step fails.</summary>
        public const string FailIfConflict = "fail_if_conflict";
    }
}
