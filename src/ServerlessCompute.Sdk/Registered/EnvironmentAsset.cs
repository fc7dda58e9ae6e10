namespace ServerlessCompute;

/// <summary>A registered environment: the software that jobs run in. Immutable.</summary>
/// <example>
/// <code>
/// EnvironmentAsset environment = await client.RegisterEnvironmentAsync(
///     new EnvironmentAsset { Name = "trainer", Image = "python:3.11", CondaFile = "conda.yml" });
/// CommandJob job = Command.Run("python train.py").WithEnvironment(environment.Reference);
/// </code>
/// </example>
public sealed record EnvironmentAsset : RegisteredAsset
{
    /// <summary>The container image.</summary>
    /// <value>Null for one that is built.</value>
    public string? Image { get; init; }

    /// <summary>A local conda file that is installed on the image, in something that is to be registered.</summary>
    public AssetPath? CondaFile { get; init; }

    /// <summary>What is installed on the image, as a conda file says it. The service answers it so, whatever it was sent.</summary>
    /// <value>JSON null: nothing, or what <see cref="CondaFile"/> says.</value>
    public RawJson Conda { get; init; }

    /// <summary>What the image is built from: a local folder in something that is to be registered, an address in what the service sent.</summary>
    public AssetPath? BuildContext { get; init; }

    /// <summary>The Dockerfile's path within the build context.</summary>
    /// <value>Null: the service takes <c>Dockerfile</c>.</value>
    public string? DockerfilePath { get; init; }

    /// <summary>The operating system, <c>Linux</c> or <c>Windows</c>.</summary>
    /// <value>Null: the service takes Linux.</value>
    public string? OsType { get; init; }

    /// <summary>How far it is: <c>Development</c>, <c>Production</c> or a word of your own.</summary>
    public string? Stage { get; init; }

    internal override string Collection => "environments";

    /// <summary>Name, version and image.</summary>
    public override string ToString() => $"{Name}:{Version} ({Image ?? BuildContext?.Text})";
}
