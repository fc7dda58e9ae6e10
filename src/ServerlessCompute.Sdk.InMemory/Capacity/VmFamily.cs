namespace ServerlessCompute;

/// <summary>Sizes that share one quota.</summary>
/// <param name="Index">Its place in the ledger.</param>
/// <param name="Name">The service's irregular name, for example <c>standardDSv2Family</c> or <c>Standard NCASv3_T4 Family</c>.</param>
/// <param name="UsageName">How usages and quotas spell it out for the dedicated tier.</param>
internal sealed record VmFamily(int Index, string Name, string UsageName)
{
    /// <summary>As in the service's messages: <c>Standard DSv2</c>.</summary>
    public string DisplayName => UsageName.Split(" Family ", 2)[0];

    public string LowPriorityUsageName => UsageName.Replace("Dedicated", "LowPriority", StringComparison.Ordinal);
}
