namespace ServerlessCompute;

/// <summary>How an input reaches the job's machine. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
public readonly struct InputMode : IEquatable<InputMode>, IOpenEnum<InputMode>
{
    private static readonly string[] _known =
    [
        Values.ReadOnlyMount,
        Values.ReadWriteMount,
        Values.Download,
        Values.Direct,
        Values.EvalMount,
        Values.EvalDownload,
    ];

    /// <summary>Makes a value; the case of a known word does not matter.</summary>
    public InputMode(string value) => Value = OpenEnum.Canonical(value, _known);

    /// <summary>Mounted, cannot be written: the service's default.</summary>
    public static InputMode ReadOnlyMount => new(Values.ReadOnlyMount);

    /// <summary>Mounted, can be written.</summary>
    public static InputMode ReadWriteMount => new(Values.ReadWriteMount);

    /// <summary>Copied to the machine before the job starts.</summary>
    public static InputMode Download => new(Values.Download);

    /// <summary>The job gets the address itself and reads on its own.</summary>
    public static InputMode Direct => new(Values.Direct);

    /// <summary>The table's data is mounted and its definition evaluated.</summary>
    public static InputMode EvalMount => new(Values.EvalMount);

    /// <summary>The table's data is copied and its definition evaluated.</summary>
    public static InputMode EvalDownload => new(Values.EvalDownload);

    /// <summary>The word as the service spells it; null when unset.</summary>
    public string? Value { get; }

    /// <summary>Whether this library knows the word.</summary>
    public bool IsKnown => OpenEnum.IsKnown(Value, _known);

    static ReadOnlySpan<string> IOpenEnum<InputMode>.KnownValues => _known;

    /// <summary>Makes a value of a word.</summary>
    public static implicit operator InputMode(string value) => new(value);

    /// <summary>Whether both are the same word, ignoring case.</summary>
    public static bool operator ==(InputMode left, InputMode right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    public static bool operator !=(InputMode left, InputMode right) => !left.Equals(right);

    static InputMode IOpenEnum<InputMode>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(InputMode other) => OpenEnum.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is InputMode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenEnum.Hash(Value);

    /// <summary>The word, or an empty text when unset.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Mounted, cannot be written: the service's default.</summary>
        public const string ReadOnlyMount = "ReadOnlyMount";

        /// <summary>Mounted, can be written.</summary>
        public const string ReadWriteMount = "ReadWriteMount";

        /// <summary>Copied to the machine before the job starts.</summary>
        public const string Download = "Download";

        /// <summary>The job gets the address itself and reads on its own.</summary>
        public const string Direct = "Direct";

        /// <summary>The table's data is mounted and its definition evaluated.</summary>
        public const string EvalMount = "EvalMount";

        /// <summary>The table's data is copied and its definition evaluated.</summary>
        public const string EvalDownload = "EvalDownload";
    }
}
