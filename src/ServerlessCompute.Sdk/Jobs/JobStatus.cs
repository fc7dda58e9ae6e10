namespace ServerlessCompute;

/// <summary>Where a job is in its life. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct JobStatus
{
    /// <summary>Whether the job is over: Completed, Failed or Canceled.</summary>
    public bool IsTerminal => this == Completed || this == Failed || this == Canceled;

    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>The service has the job and has done nothing yet.</summary>
        public const string NotStarted = "NotStarted";

        /// <summary>The run is being set up.</summary>
        public const string Starting = "Starting";

        /// <summary>Nodes are being created.</summary>
        public const string Provisioning = "Provisioning";

        /// <summary>The environment's image is being built.</summary>
        public const string Preparing = "Preparing";

        /// <summary>The job waits for nodes.</summary>
        public const string Queued = "Queued";

        /// <summary>The command runs.</summary>
        public const string Running = "Running";

        /// <summary>The command is over; outputs are being kept.</summary>
        public const string Finalizing = "Finalizing";

        /// <summary>Somebody cancelled the job; it is being stopped.</summary>
        public const string CancelRequested = "CancelRequested";

        /// <summary>Over: the job succeeded.</summary>
        public const string Completed = "Completed";

        /// <summary>Over: the job failed.</summary>
        public const string Failed = "Failed";

        /// <summary>Over: the job was cancelled.</summary>
        public const string Canceled = "Canceled";

        /// <summary>The job's nodes do not answer.</summary>
        public const string NotResponding = "NotResponding";

        /// <summary>The job is paused.</summary>
        public const string Paused = "Paused";

        /// <summary>The job waits for its time; seen in answers, not in the contract's list.</summary>
        public const string Scheduled = "Scheduled";

        /// <summary>The service does not know.</summary>
        public const string Unknown = "Unknown";
    }
}
