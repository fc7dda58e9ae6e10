namespace ServerlessCompute;

/// <summary>A named compute of the workspace. Jobs need none: without one they run serverless. Immutable; can be made in tests.</summary>
public sealed record ComputeInfo
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The kind: <c>AmlCompute</c>, <c>ComputeInstance</c>, <c>Kubernetes</c> and others.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it can be used: <c>Succeeded</c>, <c>Failed</c>, <c>Creating</c> and others.</summary>
    public string? ProvisioningState { get; init; }

    /// <summary>The size of its machines.</summary>
    public string? VmSize { get; init; }

    /// <summary><c>Dedicated</c> or <c>LowPriority</c>.</summary>
    public string? VmPriority { get; init; }

    /// <summary>How many machines it keeps at least.</summary>
    public int? MinNodes { get; init; }

    /// <summary>How many machines it has at most.</summary>
    public int? MaxNodes { get; init; }

    /// <summary>How many machines it has now.</summary>
    public int? CurrentNodes { get; init; }

    /// <summary>What keeps it from working or growing, as the service says it.</summary>
    public ValueList<string> Errors { get; init; } = ValueList<string>.Empty;

    /// <summary>The region.</summary>
    public string? Location { get; init; }

    /// <summary>The resource id.</summary>
    public string? Id { get; init; }

    /// <summary>The name, the kind and the machines.</summary>
    public override string ToString() => $"{Name} ({Type}{(VmSize is null ? "" : $", {CurrentNodes ?? 0} of {MaxNodes} x {VmSize}")})";
}
