namespace ServerlessCompute;

/// <summary>
/// A job failed because the subscription or the workspace has not the quota it needs, or because its VM size cannot be had. The
/// message has the numbers and what to do: fewer nodes, another size, or more quota.
/// </summary>
public sealed class QuotaException : JobFailedException
{
    private static readonly string[] _codes =
    [
        "JobNodeCountExceedsCoreQuota",
        "ClusterMinNodesExceedCoreQuota",
        "ClusterCoreQuotaReached",
        "VMSizeNotAvailable",
        "InvalidVMSize",
        "VMSizeQuotaIsZero",
    ];

    /// <summary>Tells of a job that failed for want of quota.</summary>
    public QuotaException(JobResult result)
        : base(result)
    {
    }

    internal static bool IsQuotaCode(string? code) =>
        code is not null && (_codes.Contains(code, StringComparer.OrdinalIgnoreCase) || code.Contains("Quota", StringComparison.OrdinalIgnoreCase));
}
