namespace ServerlessCompute;

/// <summary>When somebody is told about a job. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct NotificationEvent
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>The job succeeded.</summary>
        public const string JobCompleted = "JobCompleted";

        /// <summary>The job failed.</summary>
        public const string JobFailed = "JobFailed";

        /// <summary>The job was cancelled (the contract's own spelling).</summary>
        public const string JobCancelled = "JobCancelled";
    }
}
