namespace ServerlessCompute;

/// <summary>What kind of interactive service runs beside the job. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
public readonly struct JobServiceType : IEquatable<JobServiceType>, IOpenEnum<JobServiceType>
{
    private static readonly string[] _known =
    [
        Values.JupyterLab,
        Values.VSCode,
        Values.Ssh,
        Values.TensorBoard,
        Values.Custom,
        Values.Tracking,
        Values.Studio,
    ];

    /// <summary>Makes a value; the case of a known word does not matter.</summary>
    public JobServiceType(string value) => Value = OpenEnum.Canonical(value, _known);

    /// <summary>A notebook server.</summary>
    public static JobServiceType JupyterLab => new(Values.JupyterLab);

    /// <summary>Visual Studio Code's remote server.</summary>
    public static JobServiceType VSCode => new(Values.VSCode);

    /// <summary>A shell.</summary>
    public static JobServiceType Ssh => new(Values.Ssh);

    /// <summary>TensorBoard over a log folder.</summary>
    public static JobServiceType TensorBoard => new(Values.TensorBoard);

    /// <summary>A service of the job's own on a port of its own.</summary>
    public static JobServiceType Custom => new(Values.Custom);

    /// <summary>Added by the service: where metrics are logged.</summary>
    public static JobServiceType Tracking => new(Values.Tracking);

    /// <summary>Added by the service: the job's page.</summary>
    public static JobServiceType Studio => new(Values.Studio);

    /// <summary>The word as the service spells it; null when unset.</summary>
    public string? Value { get; }

    /// <summary>Whether this library knows the word.</summary>
    public bool IsKnown => OpenEnum.IsKnown(Value, _known);

    static ReadOnlySpan<string> IOpenEnum<JobServiceType>.KnownValues => _known;

    /// <summary>Makes a value of a word.</summary>
    public static implicit operator JobServiceType(string value) => new(value);

    /// <summary>Whether both are the same word, ignoring case.</summary>
    public static bool operator ==(JobServiceType left, JobServiceType right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    public static bool operator !=(JobServiceType left, JobServiceType right) => !left.Equals(right);

    static JobServiceType IOpenEnum<JobServiceType>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(JobServiceType other) => OpenEnum.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JobServiceType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenEnum.Hash(Value);

    /// <summary>The word, or an empty text when unset.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A notebook server.</summary>
        public const string JupyterLab = "JupyterLab";

        /// <summary>Visual Studio Code's remote server.</summary>
        public const string VSCode = "VSCode";

        /// <summary>A shell.</summary>
        public const string Ssh = "SSH";

        /// <summary>TensorBoard over a log folder.</summary>
        public const string TensorBoard = "TensorBoard";

        /// <summary>A service of the job's own on a port of its own.</summary>
        public const string Custom = "Custom";

        /// <summary>Added by the service: where metrics are logged.</summary>
        public const string Tracking = "Tracking";

        /// <summary>Added by the service: the job's page.</summary>
        public const string Studio = "Studio";
    }
}
