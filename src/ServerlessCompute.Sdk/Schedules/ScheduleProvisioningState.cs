namespace ServerlessCompute;

/// <summary>How far the service is with a schedule. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct ScheduleProvisioningState
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>It is being made.</summary>
        public const string Creating = "Creating";

        /// <summary>It is being changed.</summary>
        public const string Updating = "Updating";

        /// <summary>It is being deleted.</summary>
        public const string Deleting = "Deleting";

        /// <summary>It is as it was asked for.</summary>
        public const string Succeeded = "Succeeded";

        /// <summary>It could not be made or changed.</summary>
        public const string Failed = "Failed";

        /// <summary>Somebody stopped its making.</summary>
        public const string Canceled = "Canceled";
    }
}
