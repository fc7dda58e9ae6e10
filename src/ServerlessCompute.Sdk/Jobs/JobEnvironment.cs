namespace ServerlessCompute;

/// <summary>
/// The software a job runs in: a registered environment, or one described in place (an image, an image with a conda file, or a
/// Docker build context), which is registered under the hash of its content before the job is sent. Immutable.
/// </summary>
public sealed record JobEnvironment : JobPart
{
    /// <summary>
    /// A registered environment: <c>name:version</c>, <c>name@latest</c>, either with <c>azureml:</c> before it, an
    /// <c>azureml://registries/…</c> address, or a full resource id.
    /// </summary>
    /// <value>Null for an environment described in place.</value>
    public string? Reference { get; init; }

    /// <summary>The container image of an environment described in place.</summary>
    public string? Image { get; init; }

    /// <summary>The conda file that is installed on the image.</summary>
    public AssetPath? CondaFile { get; init; }

    /// <summary>What is installed on the image, as a conda file says it, in place of a file: <c>{"dependencies": ["python=3.12"]}</c>.</summary>
    /// <value>JSON null: nothing, or what <see cref="CondaFile"/> says.</value>
    public RawJson Conda { get; init; }

    /// <summary>The Docker build context of an environment described in place.</summary>
    public AssetPath? BuildContext { get; init; }

    /// <summary>The Dockerfile's path within the build context.</summary>
    /// <value>Null: the service takes <c>Dockerfile</c>.</value>
    public string? DockerfilePath { get; init; }

    /// <summary>What people read about an environment described in place.</summary>
    public string? Description { get; init; }

    /// <summary>Labels of an environment described in place.</summary>
    /// <value>Empty.</value>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>The operating system of an environment described in place.</summary>
    /// <value>Unset: the service takes Linux.</value>
    public EnvironmentOsType OsType { get; init; }

    /// <summary>Whether the environment is described in place and has to be registered.</summary>
    public bool IsInline => Image is not null || CondaFile is not null || !Conda.IsNull || BuildContext is not null;

    /// <summary>Takes the reference as it is.</summary>
    public static implicit operator JobEnvironment(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new JobEnvironment { Reference = reference };
    }

    /// <summary>An environment that is a container image and nothing more.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static JobEnvironment FromImage(string image)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(image);
        return new JobEnvironment { Image = image };
    }

    /// <summary>An environment made by installing a conda file on an image.</summary>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    public static JobEnvironment FromConda(string image, AssetPath condaFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(image);
        ArgumentNullException.ThrowIfNull(condaFile);
        return new JobEnvironment { Image = image, CondaFile = condaFile };
    }

    /// <summary>An environment built from a folder with a Dockerfile.</summary>
    public static JobEnvironment FromBuild(AssetPath context, string? dockerfilePath = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new JobEnvironment { BuildContext = context, DockerfilePath = dockerfilePath };
    }

    /// <summary>The reference, or what the environment is made from.</summary>
    public override string ToString() => Reference ?? BuildContext?.Text ?? (CondaFile is null && Conda.IsNull ? Image ?? "" : $"{Image} with {CondaFile?.Text ?? "packages of conda"}");
}
