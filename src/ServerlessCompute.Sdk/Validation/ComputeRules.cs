using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The compute, when it is not left to the service.</summary>
internal static class ComputeRules
{
    private const string Place = nameof(Job.Compute);
    private const string Serverless = "serverless";
    private const string Segment = "/computes/";
    private const string SharedSegment = "/virtualclusters/";

    public static void Check(Job job, JobReport report)
    {
        // The service answers "…/computes/" with an empty name for serverless AutoML jobs.
        if (job.Compute is not { } compute || report.IsFromService)
        {
            return;
        }

        string name = NameOf(compute);
        bool isId = compute.StartsWith('/');
        if (!NameForm.HasContent(name) || name.Contains('/', StringComparison.Ordinal) || name.AsSpan().ContainsAny(" \t\r\n") || (isId && !IsOfACompute(compute)))
        {
            report.Add(ComputeForm, Place, $"{Shown.Value(compute)} is neither the name of a compute nor its resource id.", "Leave the compute out to run serverless, or name one: .WithCompute(\"cpu-cluster\").");
        }
        else if (name.StartsWith("Standard_", StringComparison.OrdinalIgnoreCase))
        {
            report.Add(ComputeIsSize, Place, $"The compute {Shown.Value(name)} looks like a VM size.", $"Write .WithCompute(null).WithResources(\"{Shown.Text(name)}\") runs serverless on machines of that size.");
        }
        else if (string.Equals(name, "local", StringComparison.OrdinalIgnoreCase))
        {
            report.Add(ComputeIsLocal, Place, "The compute is called 'local', which the service takes for the name of a cluster.", "To run on this machine, submit the job to an InMemoryServerless with UseLocalProcesses().");
        }
    }

    /// <summary>Whether the service finds the machines: no compute, or the pseudo compute called <c>serverless</c>.</summary>
    public static bool IsServerless(string? compute) => compute is null || string.Equals(NameOf(compute), Serverless, StringComparison.OrdinalIgnoreCase);

    /// <summary>A compute of a workspace, or a cluster that several workspaces share.</summary>
    private static bool IsOfACompute(string id) => id.Contains(Segment, StringComparison.OrdinalIgnoreCase) || id.Contains(SharedSegment, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string compute)
    {
        string bare = compute.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase) ? compute[AssetName.Prefix.Length..] : compute;
        string segment = bare.Contains(SharedSegment, StringComparison.OrdinalIgnoreCase) ? SharedSegment : Segment;
        int at = bare.LastIndexOf(segment, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? bare : bare[(at + segment.Length)..];
    }
}
