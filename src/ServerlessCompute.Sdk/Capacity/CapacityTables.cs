using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>Limits and sizes as text tables.</summary>
public static class CapacityTables
{
    /// <summary>A row for each: what is used, the limit and what is left. Rows where nothing is used and nothing may be are left out.</summary>
    public static string ToTable(this IEnumerable<ComputeUsage> usages)
    {
        ArgumentNullException.ThrowIfNull(usages);
        return Table(
            ["Used", "Limit", "Left", "Of"],
            usages.Where(static usage => usage.Used > 0 || usage.Limit is null or > 0)
                .Select(static usage => (string[])[Number(usage.Used), Number(usage.Limit), Number(usage.Left), usage.DisplayName ?? usage.Name]));
    }

    /// <summary>A row for each: whose limit it is and how much.</summary>
    public static string ToTable(this IEnumerable<ComputeQuota> quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        return Table(
            ["Limit", "Family", "Of"],
            quotas.Select(static quota => (string[])[Number(quota.Limit), quota.Family, quota.WorkspaceName ?? "subscription"]));
    }

    /// <summary>A row for each: cores, memory, processors and what an hour costs, dedicated and as Spot.</summary>
    public static string ToTable(this IEnumerable<VmSizeInfo> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return Table(
            ["Cores", "GB", "GPUs", "Per hour", "As Spot", "Size"],
            sizes.Select(static size => (string[])
            [
                Number(size.VCpus), size.MemoryGB.ToString("0.##", CultureInfo.InvariantCulture), Number(size.Gpus), Price(size.PriceOf(JobTier.Standard)),
                size.IsLowPriorityCapable ? Price(size.PriceOf(JobTier.Spot)) : "-", size.Name,
            ]));
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Price(VmPrice? price) => price is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{price.PerHour:0.00##} {price.Currency}");

    /// <summary>Numbers to the right, the last column to the left.</summary>
    private static string Table(string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        int[] widths = [.. head.Select((_, column) => all.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in all)
        {
            for (int column = 0; column < row.Length; column++)
            {
                bool isLast = column == row.Length - 1;
                text.Append(isLast ? row[column] : row[column].PadLeft(widths[column])).Append(isLast ? "" : "  ");
            }

            text.AppendLine();
        }

        return text.ToString();
    }
}
