namespace ServerlessCompute;

/// <summary>Data or a model that a job reads.</summary>
public sealed record DataInput : Input
{
    /// <summary>What the data is.</summary>
    /// <value><see cref="InputType.UriFolder"/>, as in the service's YAML.</value>
    public InputType Type { get; init; } = InputType.UriFolder;

    /// <summary>Where the data is; null only for a kind of input that this library does not know.</summary>
    public AssetPath? Path { get; init; }

    /// <summary>How the data reaches the machine.</summary>
    /// <value>Unset: the service mounts it read-only.</value>
    public InputMode Mode { get; init; }

    internal override Input Plain => this;

    /// <summary>Says that an input was printed where a hole was meant; validation refuses a command that contains it.</summary>
    public override string ToString() => HoleMarker.ForInput($"{Type} {Path}");
}
