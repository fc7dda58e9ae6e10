namespace ServerlessCompute;

/// <summary>How much of a limit is used, of a VM family or of a whole region. Immutable; can be made in tests.</summary>
public sealed record ComputeUsage
{
    /// <summary>The family, such as <c>standardDSv2Family</c>, or the name of a total.</summary>
    public required string Name { get; init; }

    /// <summary>The same for people, such as <c>Standard DSv2 Family Cluster Dedicated vCPUs</c>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What is counted, as the service calls it: <c>…/vmFamily/dedicatedCores/usages</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The resource that this is about.</summary>
    public string? Id { get; init; }

    /// <summary>How many are used.</summary>
    public long Used { get; init; }

    /// <summary>How many there may be.</summary>
    /// <value>Null where there is no limit of its own: Spot has one for all families together.</value>
    public long? Limit { get; init; }

    /// <summary>How many are left.</summary>
    /// <value>Null where there is no limit of its own. Never below zero, although use may be above the limit.</value>
    public long? Left => Limit is { } limit ? Math.Max(0, limit - Used) : null;

    /// <summary>Whether this is about a VM family, not about a total.</summary>
    public bool IsFamily => Type?.Contains("/vmFamily/", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether this is about machines that can be taken away.</summary>
    public bool IsLowPriority => Type?.Contains("lowPriority", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What is used of what.</summary>
    public override string ToString() => $"{DisplayName ?? Name}: {Used} of {(Limit is { } limit ? limit : "any number")}";
}
