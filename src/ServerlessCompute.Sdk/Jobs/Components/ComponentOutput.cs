namespace ServerlessCompute;

/// <summary>What a component leaves behind under a name. Immutable.</summary>
public sealed record ComponentOutput : JobPart
{
    /// <summary>What the output is.</summary>
    /// <value><see cref="PortType.UriFolder"/>.</value>
    public PortType Type { get; init; } = PortType.UriFolder;

    /// <summary>What the output is for, shown in the studio.</summary>
    public string? Description { get; init; }

    /// <summary>How data leaves the machine.</summary>
    /// <value>Unset: the service writes through to the storage.</value>
    public OutputMode Mode { get; init; }

    /// <summary>Whether later steps may read the value before the step is done; for values alone, not for data.</summary>
    public bool EarlyAvailable { get; init; }

    /// <summary>One file.</summary>
    public static ComponentOutput UriFile(OutputMode mode = default) => new() { Type = PortType.UriFile, Mode = mode };

    /// <summary>A folder.</summary>
    public static ComponentOutput UriFolder(OutputMode mode = default) => new() { Type = PortType.UriFolder, Mode = mode };

    /// <summary>A table described by an MLTable file.</summary>
    public static ComponentOutput MLTable(OutputMode mode = default) => new() { Type = PortType.MLTable, Mode = mode };

    /// <summary>A model in a format of its own.</summary>
    public static ComponentOutput CustomModel(OutputMode mode = default) => new() { Type = PortType.CustomModel, Mode = mode };

    /// <summary>A model in MLflow's format.</summary>
    public static ComponentOutput MlflowModel(OutputMode mode = default) => new() { Type = PortType.MlflowModel, Mode = mode };

    /// <summary>A model for the Triton server.</summary>
    public static ComponentOutput TritonModel(OutputMode mode = default) => new() { Type = PortType.TritonModel, Mode = mode };
}
