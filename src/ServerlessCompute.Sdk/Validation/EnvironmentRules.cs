using System.Buffers;
using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The software: one registered environment, or one described in place.</summary>
internal static class EnvironmentRules
{
    private const string Place = nameof(CommandJob.Environment);

    private static readonly SearchValues<char> _neverInImages = SearchValues.Create(" \t\r\n\"'\\");

    public static void Check(CommandView view, JobReport report)
    {
        JobEnvironment? environment = view.Job.Environment;
        if (environment is null || (environment.Reference is null && !environment.IsInline && environment.DockerfilePath is null))
        {
            report.Add(EnvironmentMissing, Place, "The job has no environment.", "Name one, .WithEnvironment(\"azureml://registries/azureml/environments/sklearn-1.5/labels/latest\"), or an image, .WithImage(\"python:3.12\").");
            return;
        }

        if (environment.Reference is not null && environment.IsInline)
        {
            report.Add(EnvironmentTwice, Place, $"The environment refers to {Shown.Value(environment.Reference)} and describes another one in place.", "Use either .WithEnvironment(…), or one of .WithImage(…), .WithConda(…) and .WithBuild(…).");
        }

        // The service answers with ids of its own making, recorded without a version too.
        if (environment.Reference is not null && !report.IsFromService)
        {
            EnvironmentReferenceRules.Check(environment.Reference, $"{Place}.{nameof(JobEnvironment.Reference)}", report);
        }

        CheckImage(environment, report);
        CheckCondaFile(environment, report);
        CheckBuild(environment, report);
    }

    private static void CheckImage(JobEnvironment environment, JobReport report)
    {
        const string Path = $"{Place}.{nameof(JobEnvironment.Image)}";
        if (environment.Image is not { } image)
        {
            return;
        }

        if (environment.BuildContext is not null)
        {
            report.Add(ImageAndBuild, Place, $"The environment has the image {Shown.Value(image)} and is built from a folder as well.", "Use either .WithImage(…) or .WithBuild(…); the Dockerfile's FROM line names the image to start from.");
        }

        if (image.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            report.Add(ImageForm, Path, $"{Shown.Value(image)} is an environment, not an image.", $"Write .WithEnvironment(\"{Shown.Text(image)}\").");
        }
        else if (!NameForm.HasContent(image) || image.AsSpan().ContainsAny(_neverInImages) || image.Contains("://", StringComparison.Ordinal))
        {
            report.Add(ImageForm, Path, $"{Shown.Value(image)} is no name of an image.", "Write registry/name:tag without a scheme and without blanks: .WithImage(\"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest\").");
        }
    }

    private static void CheckCondaFile(JobEnvironment environment, JobReport report)
    {
        const string Path = $"{Place}.{nameof(JobEnvironment.CondaFile)}";
        if (!environment.Conda.IsNull && environment.CondaFile is not null)
        {
            report.Add(EnvironmentTwice, Place, $"The environment has the conda file {Shown.Value(environment.CondaFile.Text)} and says in place what conda installs.", $"Leave one of {nameof(JobEnvironment.CondaFile)} and {nameof(JobEnvironment.Conda)} out.");
        }
        else if (!environment.Conda.IsNull && environment.Image is null)
        {
            report.Add(CondaWithoutImage, $"{Place}.{nameof(JobEnvironment.Conda)}", "There is no image that conda could install anything on.", "Name one: Image = \"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest\".");
        }

        if (environment.CondaFile is not { } file)
        {
            return;
        }

        if (environment.Image is null)
        {
            report.Add(CondaWithoutImage, Path, $"The conda file {Shown.Value(file.Text)} has no image that it could be installed on.", $"Write .WithConda(\"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest\", \"{Shown.Text(file.Text)}\").");
        }

        if (!file.IsLocal)
        {
            report.Add(EnvironmentFileUnfit, Path, $"The conda file {Shown.Value(file.Text)} is not on this machine; its text is sent with the environment.", "Name a local file.");
        }
    }

    private static void CheckBuild(JobEnvironment environment, JobReport report)
    {
        if (environment.BuildContext is { } context && (context.Kind is not (AssetPathKind.Local or AssetPathKind.Uri)))
        {
            report.Add(EnvironmentFileUnfit, $"{Place}.{nameof(JobEnvironment.BuildContext)}", $"The build context {Shown.Value(context.Text)} is neither a folder nor an address.", "Name the folder that the Dockerfile is in: .WithBuild(\"./docker\").");
        }

        if (environment.DockerfilePath is { } dockerfile
            && (environment.BuildContext is null || string.IsNullOrWhiteSpace(dockerfile) || dockerfile[0] is '/' or '\\' || dockerfile.Contains(':', StringComparison.Ordinal) || AssetPathRules.Climbs(dockerfile)))
        {
            report.Add(
                DockerfileUnfit,
                $"{Place}.{nameof(JobEnvironment.DockerfilePath)}",
                environment.BuildContext is null ? $"The Dockerfile {Shown.Value(dockerfile)} has no build context." : $"The Dockerfile {Shown.Value(dockerfile)} is not within the build context.",
                "Name the folder, and the Dockerfile relative to it: .WithBuild(\"./docker\", \"Dockerfile\").");
        }
    }
}
