namespace ServerlessCompute;

/// <summary>What a component takes under a name. Immutable.</summary>
/// <remarks>
/// Numbers and truth values stand as text, in the spelling of Python's <c>str</c>: that is how components are sent. The factories
/// write it.
/// </remarks>
public sealed record ComponentInput : JobPart
{
    /// <summary>What the input is.</summary>
    /// <value><see cref="PortType.UriFolder"/>.</value>
    public PortType Type { get; init; } = PortType.UriFolder;

    /// <summary>What the input is for, shown in the studio.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a step may leave the input out although it has no default.</summary>
    public bool Optional { get; init; }

    /// <summary>What a step gets that gives nothing.</summary>
    /// <value>Null: a step has to give something, unless the input is optional.</value>
    public string? Default { get; init; }

    /// <summary>The least number allowed.</summary>
    public string? Min { get; init; }

    /// <summary>The greatest number allowed.</summary>
    public string? Max { get; init; }

    /// <summary>The only texts allowed.</summary>
    /// <value>Empty: any text.</value>
    public ValueList<string> Enum { get; init; } = ValueList<string>.Empty;

    /// <summary>How data reaches the machine.</summary>
    /// <value>Unset: the service mounts it read-only.</value>
    public InputMode Mode { get; init; }

    /// <summary>A text.</summary>
    public static ComponentInput String(string? @default = null) => new() { Type = PortType.String, Default = @default };

    /// <summary>One of a few texts.</summary>
    public static ComponentInput OneOf(ValueList<string> texts, string? @default = null) =>
        new() { Type = PortType.String, Default = @default, Enum = texts };

    /// <summary>A number.</summary>
    public static ComponentInput Number(double? @default = null, double? min = null, double? max = null) =>
        new() { Type = PortType.Number, Default = Text(@default), Min = Text(min), Max = Text(max) };

    /// <summary>A whole number.</summary>
    public static ComponentInput Integer(long? @default = null, long? min = null, long? max = null) =>
        new() { Type = PortType.Integer, Default = Text(@default), Min = Text(min), Max = Text(max) };

    /// <summary>A truth value.</summary>
    public static ComponentInput Boolean(bool? @default = null) =>
        new() { Type = PortType.Boolean, Default = @default is { } flag ? LiteralFormat.Format(flag) : null };

    /// <summary>One file.</summary>
    public static ComponentInput UriFile(InputMode mode = default) => new() { Type = PortType.UriFile, Mode = mode };

    /// <summary>A folder.</summary>
    public static ComponentInput UriFolder(InputMode mode = default) => new() { Type = PortType.UriFolder, Mode = mode };

    /// <summary>A table described by an MLTable file.</summary>
    public static ComponentInput MLTable(InputMode mode = default) => new() { Type = PortType.MLTable, Mode = mode };

    /// <summary>A model in a format of its own.</summary>
    public static ComponentInput CustomModel(InputMode mode = default) => new() { Type = PortType.CustomModel, Mode = mode };

    /// <summary>A model in MLflow's format.</summary>
    public static ComponentInput MlflowModel(InputMode mode = default) => new() { Type = PortType.MlflowModel, Mode = mode };

    /// <summary>A model for the Triton server.</summary>
    public static ComponentInput TritonModel(InputMode mode = default) => new() { Type = PortType.TritonModel, Mode = mode };

    /// <summary>The same input, which a step may leave out.</summary>
    public ComponentInput AsOptional() => this with { Optional = true };

    private static string? Text(double? number) => number is { } value ? LiteralFormat.Format(value) : null;

    private static string? Text(long? number) => number is { } value ? LiteralFormat.Format(value) : null;
}
