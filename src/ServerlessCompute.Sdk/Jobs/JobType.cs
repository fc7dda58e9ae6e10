namespace ServerlessCompute;

/// <summary>What kind of job this is. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
public readonly struct JobType : IEquatable<JobType>, IOpenEnum<JobType>
{
    private static readonly string[] _known =
    [
        Values.Command,
        Values.Sweep,
        Values.AutoML,
        Values.Pipeline,
        Values.Spark,
        Values.FineTuning,
    ];

    /// <summary>Makes a value; the case of a known word does not matter.</summary>
    public JobType(string value) => Value = OpenEnum.Canonical(value, _known);

    /// <summary>A command on one or more nodes.</summary>
    public static JobType Command => new(Values.Command);

    /// <summary>Trials of one command over a search space.</summary>
    public static JobType Sweep => new(Values.Sweep);

    /// <summary>Automated machine learning.</summary>
    public static JobType AutoML => new(Values.AutoML);

    /// <summary>Steps that depend on each other.</summary>
    public static JobType Pipeline => new(Values.Pipeline);

    /// <summary>A Spark application.</summary>
    public static JobType Spark => new(Values.Spark);

    /// <summary>Fine-tuning of a catalogue model (preview).</summary>
    public static JobType FineTuning => new(Values.FineTuning);

    /// <summary>The word as the service spells it; null when unset.</summary>
    public string? Value { get; }

    /// <summary>Whether this library knows the word.</summary>
    public bool IsKnown => OpenEnum.IsKnown(Value, _known);

    static ReadOnlySpan<string> IOpenEnum<JobType>.KnownValues => _known;

    /// <summary>Makes a value of a word.</summary>
    public static implicit operator JobType(string value) => new(value);

    /// <summary>Whether both are the same word, ignoring case.</summary>
    public static bool operator ==(JobType left, JobType right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    public static bool operator !=(JobType left, JobType right) => !left.Equals(right);

    static JobType IOpenEnum<JobType>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(JobType other) => OpenEnum.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JobType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenEnum.Hash(Value);

    /// <summary>The word, or an empty text when unset.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A command on one or more nodes.</summary>
        public const string Command = "Command";

        /// <summary>Trials of one command over a search space.</summary>
        public const string Sweep = "Sweep";

        /// <summary>Automated machine learning.</summary>
        public const string AutoML = "AutoML";

        /// <summary>Steps that depend on each other.</summary>
        public const string Pipeline = "Pipeline";

        /// <summary>A Spark application.</summary>
        public const string Spark = "Spark";

        /// <summary>Fine-tuning of a catalogue model (preview).</summary>
        public const string FineTuning = "FineTuning";
    }
}
