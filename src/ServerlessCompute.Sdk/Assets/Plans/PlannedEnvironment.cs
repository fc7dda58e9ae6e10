namespace ServerlessCompute;

/// <summary>An environment described in place, to be registered under the hash of its content.</summary>
/// <param name="Version">The hash.</param>
/// <param name="Image">The container image; null for one that is built.</param>
/// <param name="CondaFile">The text that is sent for the conda file.</param>
/// <param name="BuildContext">What the image is built from.</param>
/// <param name="DockerfilePath">The Dockerfile's path in the build context; null is <c>Dockerfile</c>.</param>
internal sealed record PlannedEnvironment(string Version, string? Image, string? CondaFile, PlannedData? BuildContext, string? DockerfilePath) : PlannedAsset
{
    public override string Describe() =>
        $"environment {(BuildContext is null ? Image : $"built from {BuildContext.Snapshot.Describe()}")}{(CondaFile is null ? "" : " with conda file")}, version {Version}";
}
