using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The machines: their number, size and container settings.</summary>
internal static class ResourceRules
{
    private const string Place = nameof(CommandJob.Resources);

    public static void Check(CommandView view, JobReport report)
    {
        if (view.Job.Resources is not { } resources)
        {
            return;
        }

        if (resources.InstanceCount < 1)
        {
            report.Add(InstanceCountRange, $"{Place}.{nameof(ResourceConfiguration.InstanceCount)}", $"The job asks for {resources.InstanceCount} nodes.", "Ask for one at least, .WithResources(\"Standard_E4s_v3\", instanceCount: 1), or leave the number out.");
        }

        CheckSize(resources.InstanceType, $"{Place}.{nameof(ResourceConfiguration.InstanceType)}", ComputeRules.IsServerless(view.Job.Compute), report);
        CheckContainer(resources, report);
    }

    /// <summary>Sizes to choose from, all of which are to be had on serverless.</summary>
    public static void CheckSizes(ValueList<string>? sizes, string place, JobReport report)
    {
        foreach ((string size, string path) in report.Items(sizes, place))
        {
            CheckSize(size, path, isServerless: true, report);
        }
    }

    private static void CheckSize(string? size, string path, bool isServerless, JobReport report)
    {
        if (size is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(size))
        {
            report.Add(InstanceTypeBlank, path, "The VM size is blank.", "Name one, .WithResources(\"Standard_E4s_v3\"), or leave it null: the service then chooses.");
        }
        else if (isServerless && (!size.StartsWith("Standard_", StringComparison.OrdinalIgnoreCase) || !NameForm.IsIdentifier(size)))
        {
            string better = NameForm.IsIdentifier(size) ? $"Standard_{size}" : "Standard_E4s_v3";
            report.Add(InstanceTypeUnusual, path, $"{Shown.Value(size)} does not look like a VM size: their names begin with 'Standard_' and have no blanks.", $"Write .WithResources(\"{Shown.Text(better)}\").");
        }
    }

    private static void CheckContainer(ResourceConfiguration resources, JobReport report)
    {
        const string Docker = $"{Place}.{nameof(ResourceConfiguration.DockerArgsList)}";
        if (resources.ShmSize is { } size && !IsSize(size))
        {
            report.Add(ShmSizeForm, $"{Place}.{nameof(ResourceConfiguration.ShmSize)}", $"The size {Shown.Value(size)} is not a whole number followed by b, k, m or g.", "Write, for example, ShmSize = \"8g\".");
        }

        bool hasList = report.Items(resources.DockerArgsList, Docker).Any();
        if (resources.DockerArgs is not null && hasList)
        {
            report.Add(DockerArgsTwice, Docker, "Docker arguments are given as one text and as a list; the service takes one of the two.", "Keep DockerArgs or DockerArgsList.");
        }

        const string Properties = $"{Place}.{nameof(ResourceConfiguration.Properties)}";
        if (report.IsGiven(resources.Properties, Properties) && resources.Properties.Keys.Any(string.IsNullOrWhiteSpace))
        {
            report.Add(NameIsBlank, Properties, "An entry has no name.", "Give each entry a name that is not blank.");
        }
    }

    /// <summary>The contract's pattern, <c>\d+[bBkKmMgG]</c>, over the whole text.</summary>
    private static bool IsSize(string size) =>
        size.Length > 1 && "bBkKmMgG".Contains(size[^1], StringComparison.Ordinal) && !size.AsSpan(0, size.Length - 1).ContainsAnyExceptInRange('0', '9');
}
