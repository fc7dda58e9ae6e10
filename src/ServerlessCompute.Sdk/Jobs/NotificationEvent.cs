namespace ServerlessCompute;

/// <summary>When somebody is told about a job. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
public readonly struct NotificationEvent : IEquatable<NotificationEvent>, IOpenEnum<NotificationEvent>
{
    private static readonly string[] _known =
    [
        Values.JobCompleted,
        Values.JobFailed,
        Values.JobCancelled,
    ];

    /// <summary>Makes a value; the case of a known word does not matter.</summary>
    public NotificationEvent(string value) => Value = OpenEnum.Canonical(value, _known);

    /// <summary>The job succeeded.</summary>
    public static NotificationEvent JobCompleted => new(Values.JobCompleted);

    /// <summary>The job failed.</summary>
    public static NotificationEvent JobFailed => new(Values.JobFailed);

    /// <summary>The job was cancelled (the contract's own spelling).</summary>
    public static NotificationEvent JobCancelled => new(Values.JobCancelled);

    /// <summary>The word as the service spells it; null when unset.</summary>
    public string? Value { get; }

    /// <summary>Whether this library knows the word.</summary>
    public bool IsKnown => OpenEnum.IsKnown(Value, _known);

    static ReadOnlySpan<string> IOpenEnum<NotificationEvent>.KnownValues => _known;

    /// <summary>Makes a value of a word.</summary>
    public static implicit operator NotificationEvent(string value) => new(value);

    /// <summary>Whether both are the same word, ignoring case.</summary>
    public static bool operator ==(NotificationEvent left, NotificationEvent right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    public static bool operator !=(NotificationEvent left, NotificationEvent right) => !left.Equals(right);

    static NotificationEvent IOpenEnum<NotificationEvent>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(NotificationEvent other) => OpenEnum.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NotificationEvent other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenEnum.Hash(Value);

    /// <summary>The word, or an empty text when unset.</summary>
    public override string ToString() => Value ?? "";

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
