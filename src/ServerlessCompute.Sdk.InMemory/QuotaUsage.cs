using System.Globalization;

namespace ServerlessCompute;

/// <summary>How many virtual CPUs of a family may be used and are.</summary>
/// <remarks>Immutable and thread-safe. What idle nodes hold is not in use: they give way at once.</remarks>
public sealed record QuotaUsage
{
    /// <summary>The service's name of the family, for example <c>standardDSv2Family</c>.</summary>
    public required string Family { get; init; }

    /// <summary>The subscription's limit of dedicated vCPUs.</summary>
    public required int Limit { get; init; }

    /// <summary>This workspace's limit of dedicated vCPUs: its own, or the subscription's where nobody set one.</summary>
    public required int WorkspaceLimit { get; init; }

    /// <summary>The dedicated vCPUs that this workspace's jobs use.</summary>
    public required long Used { get; init; }

    /// <summary>The dedicated vCPUs that other workspaces of the subscription use.</summary>
    public required long UsedElsewhere { get; init; }

    /// <summary>The dedicated vCPUs that a job could take now; below zero where a limit was lowered under what is in use.</summary>
    public required long Free { get; init; }

    /// <summary>The low-priority (Spot) vCPUs that this workspace's jobs use. There is one limit of them for all families together.</summary>
    public required long LowPriorityUsed { get; init; }

    /// <summary>The dedicated vCPUs that waiting jobs want.</summary>
    public required long Wanted { get; init; }

    /// <summary>One line: family, used of limit, free.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Family}: {Used + UsedElsewhere} of {Limit} vCPUs in use, {Free} free");
}
