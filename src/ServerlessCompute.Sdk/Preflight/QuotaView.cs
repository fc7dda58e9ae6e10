namespace ServerlessCompute;

/// <summary>What may be used in a region and what is in use, of each VM family and in all, dedicated and low priority. Immutable.</summary>
public sealed class QuotaView
{
    private readonly Dictionary<string, ComputeUsage> _families = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _workspace = new(StringComparer.OrdinalIgnoreCase);
    private readonly ComputeUsage? _dedicated;
    private readonly ComputeUsage? _lowPriority;

    /// <summary>Takes what the service answers.</summary>
    /// <param name="usages">The region's usages.</param>
    /// <param name="quotas">The region's limits; those of other workspaces are passed over.</param>
    /// <param name="workspaceName">The workspace.</param>
    public QuotaView(IEnumerable<ComputeUsage> usages, IEnumerable<ComputeQuota> quotas, string workspaceName)
    {
        ArgumentNullException.ThrowIfNull(usages);
        ArgumentNullException.ThrowIfNull(quotas);
        foreach (ComputeUsage usage in usages)
        {
            if (usage.IsFamily && !usage.IsLowPriority)
            {
                _families[usage.Name] = usage;
            }
            else if (usage.Type?.Contains("totalDedicatedCores", StringComparison.OrdinalIgnoreCase) == true)
            {
                _dedicated = usage;
            }
            else if (usage.Type?.Contains("totalLowPriorityCores", StringComparison.OrdinalIgnoreCase) == true)
            {
                _lowPriority = usage;
            }
        }

        foreach (ComputeQuota quota in quotas)
        {
            if (string.Equals(quota.WorkspaceName, workspaceName, StringComparison.OrdinalIgnoreCase))
            {
                _workspace[quota.Family] = quota.Limit;
            }
        }
    }

    /// <summary>The regional total that a tier draws on; null when the service does not say it.</summary>
    public ComputeUsage? Total(JobTier tier) => tier == JobTier.Spot ? _lowPriority : _dedicated;

    /// <summary>The family's own row; null when the service does not say it.</summary>
    public ComputeUsage? Family(string family) => _families.GetValueOrDefault(family);

    /// <summary>The most cores of a family that could ever be used in a tier.</summary>
    public long LimitOf(string family, JobTier tier)
    {
        long total = Total(tier)?.Limit ?? long.MaxValue;
        if (tier == JobTier.Spot)
        {
            return total;
        }

        long own = _families.TryGetValue(family, out ComputeUsage? usage) ? usage.Limit ?? long.MaxValue : 0;
        long workspace = _workspace.TryGetValue(family, out long limit) ? limit : long.MaxValue;
        return Math.Min(total, Math.Min(own, workspace));
    }

    /// <summary>The cores of a family that are free now in a tier.</summary>
    public long LeftOf(string family, JobTier tier)
    {
        long total = Total(tier)?.Left ?? long.MaxValue;
        if (tier == JobTier.Spot)
        {
            return total;
        }

        long used = _families.TryGetValue(family, out ComputeUsage? usage) ? usage.Used : 0;
        return Math.Max(0, Math.Min(total, LimitOf(family, tier) - used));
    }
}
