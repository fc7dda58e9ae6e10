namespace ServerlessCompute;

/// <summary>Where a job is in its life. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
public readonly struct JobStatus : IEquatable<JobStatus>, IOpenEnum<JobStatus>
{
    private static readonly string[] _known =
    [
        Values.NotStarted,
        Values.Starting,
        Values.Provisioning,
        Values.Preparing,
        Values.Queued,
        Values.Running,
        Values.Finalizing,
        Values.CancelRequested,
        Values.Completed,
        Values.Failed,
        Values.Canceled,
        Values.NotResponding,
        Values.Paused,
        Values.Scheduled,
        Values.Unknown,
    ];

    /// <summary>Makes a value; the case of a known word does not matter.</summary>
    public JobStatus(string value) => Value = OpenEnum.Canonical(value, _known);

    /// <summary>The service has the job and has done nothing yet.</summary>
    public static JobStatus NotStarted => new(Values.NotStarted);

    /// <summary>The run is being set up.</summary>
    public static JobStatus Starting => new(Values.Starting);

    /// <summary>Nodes are being created.</summary>
    public static JobStatus Provisioning => new(Values.Provisioning);

    /// <summary>The environment's image is being built.</summary>
    public static JobStatus Preparing => new(Values.Preparing);

    /// <summary>The job waits for nodes.</summary>
    public static JobStatus Queued => new(Values.Queued);

    /// <summary>The command runs.</summary>
    public static JobStatus Running => new(Values.Running);

    /// <summary>The command is over; outputs are being kept.</summary>
    public static JobStatus Finalizing => new(Values.Finalizing);

    /// <summary>Somebody cancelled the job; it is being stopped.</summary>
    public static JobStatus CancelRequested => new(Values.CancelRequested);

    /// <summary>Over: the job succeeded.</summary>
    public static JobStatus Completed => new(Values.Completed);

    /// <summary>Over: the job failed.</summary>
    public static JobStatus Failed => new(Values.Failed);

    /// <summary>Over: the job was cancelled.</summary>
    public static JobStatus Canceled => new(Values.Canceled);

    /// <summary>The job's nodes do not answer.</summary>
    public static JobStatus NotResponding => new(Values.NotResponding);

    /// <summary>The job is paused.</summary>
    public static JobStatus Paused => new(Values.Paused);

    /// <summary>The job waits for its time; seen in answers, not in the contract's list.</summary>
    public static JobStatus Scheduled => new(Values.Scheduled);

    /// <summary>The service does not know.</summary>
    public static JobStatus Unknown => new(Values.Unknown);

    /// <summary>The word as the service spells it; null when unset.</summary>
    public string? Value { get; }

    /// <summary>Whether this library knows the word.</summary>
    public bool IsKnown => OpenEnum.IsKnown(Value, _known);

    /// <summary>Whether the job is over: Completed, Failed or Canceled.</summary>
    public bool IsTerminal => this == Completed || this == Failed || this == Canceled;

    static ReadOnlySpan<string> IOpenEnum<JobStatus>.KnownValues => _known;

    /// <summary>Makes a value of a word.</summary>
    public static implicit operator JobStatus(string value) => new(value);

    /// <summary>Whether both are the same word, ignoring case.</summary>
    public static bool operator ==(JobStatus left, JobStatus right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    public static bool operator !=(JobStatus left, JobStatus right) => !left.Equals(right);

    static JobStatus IOpenEnum<JobStatus>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(JobStatus other) => OpenEnum.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JobStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenEnum.Hash(Value);

    /// <summary>The word, or an empty text when unset.</summary>
    public override string ToString() => Value ?? "";

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
