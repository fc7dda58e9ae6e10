namespace ServerlessCompute;

/// <summary>How an output leaves the job's machine. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
public readonly struct OutputMode : IEquatable<OutputMode>, IOpenEnum<OutputMode>
{
    private static readonly string[] _known =
    [
        Values.ReadWriteMount,
        Values.Upload,
        Values.Direct,
    ];

    /// <summary>Makes a value; the case of a known word does not matter.</summary>
    public OutputMode(string value) => Value = OpenEnum.Canonical(value, _known);

    /// <summary>Written through to the storage: the service's default.</summary>
    public static OutputMode ReadWriteMount => new(Values.ReadWriteMount);

    /// <summary>Written to the machine's disk and uploaded at the end.</summary>
    public static OutputMode Upload => new(Values.Upload);

    /// <summary>The job gets the address itself and writes on its own.</summary>
    public static OutputMode Direct => new(Values.Direct);

    /// <summary>The word as the service spells it; null when unset.</summary>
    public string? Value { get; }

    /// <summary>Whether this library knows the word.</summary>
    public bool IsKnown => OpenEnum.IsKnown(Value, _known);

    static ReadOnlySpan<string> IOpenEnum<OutputMode>.KnownValues => _known;

    /// <summary>Makes a value of a word.</summary>
    public static implicit operator OutputMode(string value) => new(value);

    /// <summary>Whether both are the same word, ignoring case.</summary>
    public static bool operator ==(OutputMode left, OutputMode right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    public static bool operator !=(OutputMode left, OutputMode right) => !left.Equals(right);

    static OutputMode IOpenEnum<OutputMode>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(OutputMode other) => OpenEnum.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OutputMode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenEnum.Hash(Value);

    /// <summary>The word, or an empty text when unset.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Written through to the storage: the service's default.</summary>
        public const string ReadWriteMount = "ReadWriteMount";

        /// <summary>Written to the machine's disk and uploaded at the end.</summary>
        public const string Upload = "Upload";

        /// <summary>The job gets the address itself and writes on its own.</summary>
        public const string Direct = "Direct";
    }
}
