namespace ServerlessCompute;

/// <summary>A limit on dedicated cores of a VM family, of the subscription or of one workspace. Immutable; can be made in tests.</summary>
public sealed record ComputeQuota
{
    /// <summary>The family, such as <c>standardDSv2Family</c>.</summary>
    public required string Family { get; init; }

    /// <summary>The same for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What is limited, as the service calls it: <c>…/workspaces/dedicatedCores/quotas</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The resource that this limits.</summary>
    public string? Id { get; init; }

    /// <summary>How many cores there may be.</summary>
    public long Limit { get; init; }

    /// <summary>The workspace that this limits.</summary>
    /// <value>Null for the subscription's own limit.</value>
    public string? WorkspaceName => Segment("workspaces");

    /// <summary>Whose limit it is, of what, and how much.</summary>
    public override string ToString() => $"{Family} of {WorkspaceName ?? "the subscription"}: {Limit}";

    private string? Segment(string name)
    {
        string[] parts = Id?.Split('/') ?? [];
        int at = Array.FindIndex(parts, part => part.Equals(name, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : null;
    }
}
