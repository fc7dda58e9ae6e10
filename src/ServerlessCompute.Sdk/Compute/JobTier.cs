namespace ServerlessCompute;

/// <summary>What kind of machine time a job uses. An open set: values the service adds later pass through.</summary>
/// <remarks>Serverless jobs use <c>Standard</c> and <c>Spot</c>. Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
public readonly struct JobTier : IEquatable<JobTier>, IOpenEnum<JobTier>
{
    private static readonly string[] _known =
    [
        Values.Null,
        Values.Spot,
        Values.Basic,
        Values.Standard,
        Values.Premium,
    ];

    /// <summary>Makes a value; the case of a known word does not matter.</summary>
    public JobTier(string value) => Value = OpenEnum.Canonical(value, _known);

    /// <summary>No tier was chosen: the service takes Standard.</summary>
    public static JobTier Null => new(Values.Null);

    /// <summary>Spare capacity at a lower, varying price; nodes can be taken at any time.</summary>
    public static JobTier Spot => new(Values.Spot);

    /// <summary>Known to the contract, not documented for serverless jobs.</summary>
    public static JobTier Basic => new(Values.Basic);

    /// <summary>Dedicated machines: the service's default.</summary>
    public static JobTier Standard => new(Values.Standard);

    /// <summary>Known to the contract, not documented for serverless jobs.</summary>
    public static JobTier Premium => new(Values.Premium);

    /// <summary>The word as the service spells it; null when unset.</summary>
    public string? Value { get; }

    /// <summary>Whether this library knows the word.</summary>
    public bool IsKnown => OpenEnum.IsKnown(Value, _known);

    static ReadOnlySpan<string> IOpenEnum<JobTier>.KnownValues => _known;

    /// <summary>Makes a value of a word.</summary>
    public static implicit operator JobTier(string value) => new(value);

    /// <summary>Whether both are the same word, ignoring case.</summary>
    public static bool operator ==(JobTier left, JobTier right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    public static bool operator !=(JobTier left, JobTier right) => !left.Equals(right);

    static JobTier IOpenEnum<JobTier>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(JobTier other) => OpenEnum.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JobTier other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenEnum.Hash(Value);

    /// <summary>The word, or an empty text when unset.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>No tier was chosen: the service takes Standard.</summary>
        public const string Null = "Null";

        /// <summary>Spare capacity at a lower, varying price; nodes can be taken at any time.</summary>
        public const string Spot = "Spot";

        /// <summary>Known to the contract, not documented for serverless jobs.</summary>
        public const string Basic = "Basic";

        /// <summary>Dedicated machines: the service's default.</summary>
        public const string Standard = "Standard";

        /// <summary>Known to the contract, not documented for serverless jobs.</summary>
        public const string Premium = "Premium";
    }
}
