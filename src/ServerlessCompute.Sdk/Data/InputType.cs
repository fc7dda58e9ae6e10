namespace ServerlessCompute;

/// <summary>What an input of a job is. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
public readonly struct InputType : IEquatable<InputType>, IOpenEnum<InputType>
{
    private static readonly string[] _known =
    [
        Values.Literal,
        Values.UriFile,
        Values.UriFolder,
        Values.MLTable,
        Values.CustomModel,
        Values.MlflowModel,
        Values.TritonModel,
    ];

    /// <summary>Makes a value; the case of a known word does not matter.</summary>
    public InputType(string value) => Value = OpenEnum.Canonical(value, _known);

    /// <summary>A value that is put into the command.</summary>
    public static InputType Literal => new(Values.Literal);

    /// <summary>One file.</summary>
    public static InputType UriFile => new(Values.UriFile);

    /// <summary>A folder.</summary>
    public static InputType UriFolder => new(Values.UriFolder);

    /// <summary>A table described by an MLTable file.</summary>
    public static InputType MLTable => new(Values.MLTable);

    /// <summary>A model in a format of its own.</summary>
    public static InputType CustomModel => new(Values.CustomModel);

    /// <summary>A model in MLflow's format.</summary>
    public static InputType MlflowModel => new(Values.MlflowModel);

    /// <summary>A model for the Triton server.</summary>
    public static InputType TritonModel => new(Values.TritonModel);

    /// <summary>The word as the service spells it; null when unset.</summary>
    public string? Value { get; }

    /// <summary>Whether this library knows the word.</summary>
    public bool IsKnown => OpenEnum.IsKnown(Value, _known);

    static ReadOnlySpan<string> IOpenEnum<InputType>.KnownValues => _known;

    /// <summary>Makes a value of a word.</summary>
    public static implicit operator InputType(string value) => new(value);

    /// <summary>Whether both are the same word, ignoring case.</summary>
    public static bool operator ==(InputType left, InputType right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    public static bool operator !=(InputType left, InputType right) => !left.Equals(right);

    static InputType IOpenEnum<InputType>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(InputType other) => OpenEnum.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is InputType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenEnum.Hash(Value);

    /// <summary>The word, or an empty text when unset.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A value that is put into the command.</summary>
        public const string Literal = "literal";

        /// <summary>One file.</summary>
        public const string UriFile = "uri_file";

        /// <summary>A folder.</summary>
        public const string UriFolder = "uri_folder";

        /// <summary>A table described by an MLTable file.</summary>
        public const string MLTable = "mltable";

        /// <summary>A model in a format of its own.</summary>
        public const string CustomModel = "custom_model";

        /// <summary>A model in MLflow's format.</summary>
        public const string MlflowModel = "mlflow_model";

        /// <summary>A model for the Triton server.</summary>
        public const string TritonModel = "triton_model";
    }
}
