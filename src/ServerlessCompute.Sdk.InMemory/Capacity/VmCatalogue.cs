using System.Collections.Concurrent;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// The VM sizes of a region: the table <c>vm-sizes.csv</c>, which tells of eastus, with the offers and prices of <c>vm-regions.csv</c> for
/// other regions. Each is read when it is first needed. Sizes and families have the same index in every region. Immutable.
/// </summary>
internal sealed class VmCatalogue
{
    private const string TableRegion = "eastus";

    private static readonly ConcurrentDictionary<string, VmCatalogue> Regions = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, VmSize> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, VmFamily> _families = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<VmSize> _sizes = new(120);

    private VmCatalogue(TextReader csv)
    {
        string[] columns = csv.ReadLine()!.Split(',');
        while (csv.ReadLine() is { Length: > 0 } line)
        {
            Add(new CsvRow(columns, line.Split(',')));
        }

        Families = [.. _families.Values];
    }

    private VmCatalogue(VmCatalogue table, Func<VmSize, VmSize> inRegion)
    {
        _families = table._families;
        Families = table.Families;
        foreach (VmSize size in table.Sizes)
        {
            VmSize here = inRegion(size);
            _sizes.Add(here);
            _byName.Add(here.Name, here);
        }
    }

    /// <summary>The catalogue of eastus.</summary>
    public static VmCatalogue Default => Embedded.Catalogue;

    /// <summary>In the table's order.</summary>
    public IReadOnlyList<VmSize> Sizes => _sizes;

    public IReadOnlyList<VmFamily> Families { get; }

    /// <summary>The catalogue of a region. A region that the tables do not tell of offers everything at the prices of eastus.</summary>
    public static VmCatalogue Of(string region) => region.Equals(TableRegion, StringComparison.OrdinalIgnoreCase)
        ? Default
        : Regions.GetOrAdd(region, static r => new VmCatalogue(Default, VmRegions.Prices(r) is { } prices ? size => InRegion(size, prices) : static size => size with { IsOffered = true }));

    /// <summary>The size of that name, in any case, or null.</summary>
    public VmSize? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The family of that name, in any case, or null.</summary>
    public VmFamily? FindFamily(string name) => _families.GetValueOrDefault(name);

    /// <summary>The sizes whose names differ least from a name that nobody offers here.</summary>
    public IEnumerable<VmSize> Nearest(string name, int count) => _sizes
        .Where(s => !s.IsRetired && s.IsOffered && !s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .OrderBy(s => EditDistance.Between(name, s.Name)).ThenBy(static s => s.Name, StringComparer.Ordinal).Take(count);

    private static VmSize InRegion(VmSize size, Dictionary<string, decimal> prices)
    {
        if (size.IsRetired)
        {
            return size;
        }

        if (!prices.TryGetValue(size.Name, out decimal price))
        {
            return size with { IsOffered = false };
        }

        // No list tells of Spot prices by region: they follow the dedicated ones.
        decimal factor = size.Price is { } here ? price / here : 1;
        return size with
        {
            IsOffered = true,
            Price = price,
            SpotPrice = size.SpotPrice is { } spot ? decimal.Round(spot * factor, 6) : null,
            LowPriorityPrice = size.LowPriorityPrice is { } low ? decimal.Round(low * factor, 6) : null,
        };
    }

    private void Add(CsvRow row)
    {
        string familyName = row["family"];
        if (!_families.TryGetValue(familyName, out VmFamily? family))
        {
            string usage = row["usagesName"] is { Length: > 0 } given ? given : UsageNameOf(familyName);
            _families.Add(familyName, family = new VmFamily(_families.Count, familyName, usage));
        }

        var size = new VmSize
        {
            Index = _sizes.Count,
            Name = row["name"],
            Family = family,
            VCpus = row.Int("vCPUs") ?? 0,
            MemoryGiB = row.Int("memoryGiB") ?? 0,
            Gpus = row.Int("gpus") ?? 0,
            GpuType = row["gpuType"] is { Length: > 0 } gpu ? gpu : null,
            ResourceDiskMB = row.Int("maxResourceVolumeMB"),
            OsDiskMB = row.Int("osVhdSizeMB"),
            LowPriorityCapable = row["lowPriorityCapable"] == "true",
            Price = row.Dollars("paygUsdPerHour"),
            SpotPrice = row.Dollars("spotUsdPerHourEastus"),
            LowPriorityPrice = row.Dollars("lowPriorityUsdPerHour2020"),
            IsRetired = row["sources"].Contains("retired", StringComparison.Ordinal),
            IsOffered = row["paygRegion"] == TableRegion,
        };
        _sizes.Add(size);
        _byName.Add(size.Name, size);
    }

    private static string UsageNameOf(string family)
    {
        string name = family.EndsWith("Family", StringComparison.Ordinal) ? family[..^"Family".Length] : family;
        name = name.StartsWith("standard", StringComparison.OrdinalIgnoreCase) ? name["standard".Length..].Trim() : name;
        return string.Create(CultureInfo.InvariantCulture, $"Standard {name} Family Cluster Dedicated vCPUs");
    }

    private static class Embedded
    {
        public static VmCatalogue Catalogue { get; } = Read();

        private static VmCatalogue Read()
        {
            using var reader = new StreamReader(typeof(VmCatalogue).Assembly.GetManifestResourceStream("vm-sizes.csv")!);
            return new VmCatalogue(reader);
        }
    }
}
