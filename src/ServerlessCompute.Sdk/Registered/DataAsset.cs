namespace ServerlessCompute;

/// <summary>Registered data: a file, a folder or a table. Immutable.</summary>
/// <example>
/// <code>
/// DataAsset iris = await client.RegisterDataAsync(new DataAsset { Name = "iris", Path = "./iris" });
/// var job = Command.Run($"python train.py {Input.UriFolder(iris.Reference).Named("data")}");
/// </code>
/// </example>
public sealed record DataAsset : RegisteredAsset
{
    /// <summary>What it is: <see cref="InputType.UriFile"/>, <see cref="InputType.UriFolder"/> or <see cref="InputType.MLTable"/>.</summary>
    /// <value><see cref="InputType.UriFolder"/>.</value>
    public InputType Type { get; init; } = InputType.UriFolder;

    /// <summary>Where it is. What is local is uploaded when it is registered.</summary>
    public AssetPath? Path { get; init; }

    internal override string Collection => "data";

    /// <summary>Name, version and place.</summary>
    public override string ToString() => $"{Name}:{Version} ({Type}, {Path})";
}
