namespace ServerlessCompute;

/// <summary>A virtual machine of an <see cref="InMemoryServerless"/> that serverless jobs run on, as it was when it was read.</summary>
/// <remarks>Immutable and thread-safe. Nodes of named clusters are told by <see cref="InMemoryServerless.Clusters"/>.</remarks>
public sealed record InMemoryNode
{
    /// <summary>Its name, <c>node-000001</c> and so on in the order in which nodes were started.</summary>
    public required string Name { get; init; }

    /// <summary>Its VM size.</summary>
    public required string InstanceType { get; init; }

    /// <summary><see cref="JobTier.Spot"/>, or <see cref="JobTier.Standard"/> for a dedicated one.</summary>
    public required JobTier Tier { get; init; }

    /// <summary><c>Starting</c>, <c>Running</c> or <c>Idle</c>.</summary>
    public required string State { get; init; }

    /// <summary>The job that has it, or had it last.</summary>
    public required string JobName { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Under the lock: the node as it is.</summary>
    internal static InMemoryNode Of(Node node)
    {
        var job = (JobRecord)node.Payer!.Claimant;
        return new InMemoryNode
        {
            Name = node.Name,
            InstanceType = node.Size.Name,
            Tier = node.Tier == ComputeTier.LowPriority ? JobTier.Spot : JobTier.Standard,
            State = node.IdleSince is not null ? "Idle" : job.StartedAt is null ? "Starting" : "Running",
            JobName = job.Name,
            StartedAt = new DateTimeOffset(node.StartedAt, TimeSpan.Zero),
        };
    }
}
