namespace ServerlessCompute;

/// <summary>A Ray cluster over the job's nodes (known to preview versions of the contract only). Immutable.</summary>
public sealed record RayDistribution : Distribution
{
    /// <summary>The head node's port.</summary>
    public int? Port { get; init; }

    /// <summary>The address of the head node.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the dashboard is started.</summary>
    public bool? IncludeDashboard { get; init; }

    /// <summary>The dashboard's port.</summary>
    public int? DashboardPort { get; init; }

    /// <summary>More arguments for the head node's start.</summary>
    public string? HeadNodeAdditionalArgs { get; init; }

    /// <summary>More arguments for the other nodes' start.</summary>
    public string? WorkerNodeAdditionalArgs { get; init; }

    internal override string Kind => "Ray";
}
