using System.Globalization;

namespace ServerlessCompute;

/// <summary>Limits and sizes as text tables.</summary>
public static class CapacityTables
{
    /// <summary>A row for each: what is used, the limit and what is left. Rows where nothing is used and nothing may be are left out.</summary>
    public static string ToTable(this IEnumerable<ComputeUsage> usages)
    {
        ArgumentNullException.ThrowIfNull(usages);
        return TextTable.Write(
            ["Used", "Limit", "Left", "<Of"],
            usages.Where(static usage => usage.Used > 0 || usage.Limit is null or > 0)
                .Select(static usage => (string[])[Number(usage.Used), Number(usage.Limit), Number(usage.Left), usage.DisplayName ?? usage.Name]));
    }

    /// <summary>A row for each: whose limit it is and how much.</summary>
    public static string ToTable(this IEnumerable<ComputeQuota> quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        return TextTable.Write(
            ["Limit", "Family", "<Of"],
            quotas.Select(static quota => (string[])[Number(quota.Limit), quota.Family, quota.WorkspaceName ?? "subscription"]));
    }

    /// <summary>A row for each: cores, memory, processors and what an hour costs, dedicated and as Spot.</summary>
    public static string ToTable(this IEnumerable<VmSizeInfo> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return TextTable.Write(
            ["Cores", "GB", "GPUs", "Per hour", "As Spot", "<Size"],
            sizes.Select(static size => (string[])
            [
                Number(size.VCpus), size.MemoryGB.ToString("0.##", CultureInfo.InvariantCulture), Number(size.Gpus), Price(size.PriceOf(JobTier.Standard)),
                size.IsLowPriorityCapable ? Price(size.PriceOf(JobTier.Spot)) : "-", size.Name,
            ]));
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Price(VmPrice? price) => price is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{price.PerHour:0.00##} {price.Currency}");
}
