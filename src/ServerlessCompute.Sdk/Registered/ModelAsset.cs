namespace ServerlessCompute;

/// <summary>A registered model. Immutable.</summary>
public sealed record ModelAsset : RegisteredAsset
{
    /// <summary>Its format: <see cref="InputType.CustomModel"/>, <see cref="InputType.MlflowModel"/> or <see cref="InputType.TritonModel"/>.</summary>
    /// <value><see cref="InputType.CustomModel"/>.</value>
    public InputType Type { get; init; } = InputType.CustomModel;

    /// <summary>Where it is: a local path, which is uploaded when the model is registered, an address, or the output of a job.</summary>
    public AssetPath? Path { get; init; }

    /// <summary>The job that made it.</summary>
    public string? JobName { get; init; }

    /// <summary>What MLflow can do with it, by MLflow's names.</summary>
    public ValueMap<RawJson> Flavors { get; init; } = ValueMap<RawJson>.Empty;

    /// <summary>How far it is: <c>Development</c>, <c>Production</c> or a word of your own.</summary>
    public string? Stage { get; init; }

    internal override string Collection => "models";

    /// <summary>Name, version and place.</summary>
    public override string ToString() => $"{Name}:{Version} ({Type}, {Path})";
}
