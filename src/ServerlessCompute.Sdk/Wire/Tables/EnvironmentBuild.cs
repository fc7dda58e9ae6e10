namespace ServerlessCompute;

/// <summary>What an environment's image is built from, which REST keeps in an object of its own.</summary>
internal sealed record EnvironmentBuild : JobPart
{
    public static Shape<EnvironmentBuild> Table { get; } = new Shape<EnvironmentBuild>(new EnvironmentBuild())
        .Add("contextUri", Forms.Path, b => b.Context, (b, v) => b with { Context = v })
        .Add("dockerfilePath", Forms.Text, b => b.DockerfilePath, (b, v) => b with { DockerfilePath = v });

    public AssetPath? Context { get; init; }

    public string? DockerfilePath { get; init; }

    public static EnvironmentBuild? Of(EnvironmentAsset environment) =>
        environment.BuildContext is null ? null : new EnvironmentBuild { Context = environment.BuildContext, DockerfilePath = environment.DockerfilePath };
}
