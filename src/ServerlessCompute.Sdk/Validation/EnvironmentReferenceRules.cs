using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>
/// The reference to a registered environment, told from its form alone: <c>name:version</c>, <c>name@latest</c>, an
/// <c>azureml://</c> address or a resource id. Anything else is something that belongs in another call.
/// </summary>
internal static class EnvironmentReferenceRules
{
    private const string Forms = "Write name:version, name@latest, or azureml://registries/{registry}/environments/{name}/labels/latest.";

    // Images that people write without a registry. An environment may well be called like one: a warning.
    private static readonly HashSet<string> _images = new(StringComparer.OrdinalIgnoreCase)
    {
        "alpine", "amazonlinux", "archlinux", "bash", "busybox", "centos", "debian", "fedora", "gcc", "golang", "julia", "node", "openjdk", "oraclelinux",
        "python", "r-base", "ruby", "rust", "ubuntu",
    };

    private static readonly string[] _fileEndings = [".yml", ".yaml", ".txt", ".toml", ".json", ".lock"];

    public static void Check(string reference, string place, JobReport report)
    {
        if (!NameForm.HasContent(reference))
        {
            report.Add(EnvironmentForm, place, $"The environment is {Shown.Value(reference)}.", Forms);
        }
        else if (reference.StartsWith("azureml://", StringComparison.OrdinalIgnoreCase) || IsResourceId(reference))
        {
            CheckAddress(reference, place, report);
        }
        else if (IsFile(reference))
        {
            report.Add(EnvironmentIsFile, place, $"The environment {Shown.Value(reference)} is a file or folder.", "For a conda file: .WithConda(image, \"conda.yml\"). For a folder with a Dockerfile: .WithBuild(\"./docker\").");
        }
        else if (reference.Contains('/', StringComparison.Ordinal))
        {
            report.Add(EnvironmentIsImage, place, $"{Shown.Value(reference)} is no name of an environment; it looks like a container image.", $"Write .WithImage(\"{WithoutScheme(Shown.Text(reference))}\").");
        }
        else
        {
            CheckName(reference, place, report);
        }
    }

    private static void CheckAddress(string reference, string place, JobReport report)
    {
        const string Segment = "/environments/";
        int at = reference.IndexOf(Segment, StringComparison.OrdinalIgnoreCase);
        string[] rest = at < 0 ? [] : reference[(at + Segment.Length)..].Split('/', 4);
        bool isComplete = rest is [not "", "versions" or "labels", not ""];
        if (!isComplete)
        {
            report.Add(
                EnvironmentForm,
                place,
                at < 0 ? $"The address {Shown.Value(reference)} is not that of an environment." : $"The address {Shown.Value(reference)} does not end with a version or a label.",
                "End it with /environments/{name}/versions/{version} or /environments/{name}/labels/latest.");
        }
    }

    private static void CheckName(string reference, string place, JobReport report)
    {
        AssetName name = AssetName.Parse(reference);
        bool looksLikeImage = _images.Contains(name.Name) && !reference.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase);
        string orImage = looksLikeImage ? $" If you mean the container image, write .WithImage(\"{Shown.Text(reference)}\")." : "";
        if (!NameForm.IsAsset(name.Name))
        {
            report.Add(EnvironmentForm, place, $"{Shown.Value(reference)} is no name of an environment.", Forms);
        }
        else if (name.Label is { } label)
        {
            if (!string.Equals(label, AssetName.Latest, StringComparison.OrdinalIgnoreCase))
            {
                report.Add(EnvironmentLabelUnknown, place, $"The label {Shown.Value(label)} of the environment {Shown.Value(name.Name)} is not known; there is only 'latest'.", $"Write .WithEnvironment(\"{Shown.Text(name.Name)}@latest\"), or name a version.");
            }
        }
        else if (name.Version is null or "")
        {
            report.Add(EnvironmentVersionMissing, place, $"The environment {Shown.Value(reference)} has no version.", $"Write .WithEnvironment(\"{Shown.Text(name.Name)}:1\") or .WithEnvironment(\"{Shown.Text(name.Name)}@latest\").{orImage}");
        }
        else if (!NameForm.IsAsset(name.Version))
        {
            report.Add(EnvironmentForm, place, $"{Shown.Value(name.Version)} is no version of an environment.", Forms);
        }
        else if (looksLikeImage)
        {
            report.Add(EnvironmentMayBeImage, place, $"{Shown.Value(reference)} is taken as version {Shown.Value(name.Version)} of an environment called {Shown.Value(name.Name)}, and looks like a container image.", orImage.TrimStart());
        }
    }

    private static bool IsResourceId(string reference) =>
        reference.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) || reference.StartsWith("azureml:/subscriptions/", StringComparison.OrdinalIgnoreCase);

    private static bool IsFile(string reference) =>
        reference[0] is '.' or '/' or '\\' or '~'
        || reference.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || reference.EndsWith("Dockerfile", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(_fileEndings, ending => reference.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string WithoutScheme(string reference)
    {
        int scheme = reference.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? reference : reference[(scheme + 3)..];
    }
}
