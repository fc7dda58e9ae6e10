namespace ServerlessCompute;

/// <summary>
/// What flows into a job: a literal or data. Immutable. Put into the hole of a command (<c>$"… {data}"</c>), an input is named by the
/// variable that holds it; equality looks at the content, not at that name.
/// </summary>
public abstract record Input : JobPart
{
    private protected Input()
    {
    }

    /// <summary>What the input is for, shown in the studio.</summary>
    public string? Description { get; init; }

    /// <summary>The name that <see cref="InputNaming.Named{T}"/> pinned; null means the variable's.</summary>
    internal string? PinnedName { get; init; }

    /// <summary>The input as a map of inputs holds it: without the C# type of a literal. Closes the hierarchy, too.</summary>
    internal abstract Input Plain { get; }

    /// <summary>A literal text.</summary>
    public static implicit operator Input(string value) => Literal(value);

    /// <summary>A literal number, in the text that Python's <c>str</c> gives.</summary>
    public static implicit operator Input(double value) => Literal(value);

    /// <summary>A literal whole number.</summary>
    public static implicit operator Input(int value) => Literal(value);

    /// <summary>A literal truth value, <c>True</c> or <c>False</c>.</summary>
    public static implicit operator Input(bool value) => Literal(value);

    /// <summary>A literal text.</summary>
    public static LiteralInput Literal(string value) => new() { Value = value };

    /// <summary>A literal number, in the text that Python's <c>str</c> gives: <c>1e-05</c>, <c>1.0</c>.</summary>
    public static LiteralInput Literal(double value) => new() { Value = LiteralFormat.Format(value), WrittenAs = PortType.Number };

    /// <summary>A literal whole number.</summary>
    public static LiteralInput Literal(long value) => new() { Value = LiteralFormat.Format(value), WrittenAs = PortType.Integer };

    /// <summary>A literal truth value, <c>True</c> or <c>False</c>.</summary>
    public static LiteralInput Literal(bool value) => new() { Value = LiteralFormat.Format(value), WrittenAs = PortType.Boolean };

    /// <summary>One file: a local path, an address, or a registered asset.</summary>
    public static DataInput UriFile(AssetPath path, InputMode mode = default) => Data(InputType.UriFile, path, mode);

    /// <summary>A folder: a local path, an address, or a registered asset.</summary>
    public static DataInput UriFolder(AssetPath path, InputMode mode = default) => Data(InputType.UriFolder, path, mode);

    /// <summary>A table described by an MLTable file.</summary>
    public static DataInput MLTable(AssetPath path, InputMode mode = default) => Data(InputType.MLTable, path, mode);

    /// <summary>A model in a format of its own.</summary>
    public static DataInput CustomModel(AssetPath path, InputMode mode = default) => Data(InputType.CustomModel, path, mode);

    /// <summary>A model in MLflow's format.</summary>
    public static DataInput MlflowModel(AssetPath path, InputMode mode = default) => Data(InputType.MlflowModel, path, mode);

    /// <summary>A model for the Triton server.</summary>
    public static DataInput TritonModel(AssetPath path, InputMode mode = default) => Data(InputType.TritonModel, path, mode);

    /// <summary>Whether both are the same kind of input with the same content; a pinned name does not count.</summary>
    public virtual bool Equals(Input? other) =>
        ReferenceEquals(this, other) || (base.Equals(other) && Description == other.Description);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Description);

    private static DataInput Data(InputType type, AssetPath path, InputMode mode)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new DataInput { Type = type, Path = path, Mode = mode };
    }
}
