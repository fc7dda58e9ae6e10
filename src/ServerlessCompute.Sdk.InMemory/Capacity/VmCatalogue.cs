using System.Globalization;

namespace ServerlessCompute;

/// <summary>The VM sizes that the service offers: the table <c>vm-sizes.csv</c>, read when a size is first needed. Immutable.</summary>
internal sealed class VmCatalogue
{
    private readonly Dictionary<string, VmSize> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, VmFamily> _families = new(StringComparer.Ordinal);
    private readonly List<VmSize> _sizes = new(120);

    private VmCatalogue(TextReader csv)
    {
        string[] columns = csv.ReadLine()!.Split(',');
        while (csv.ReadLine() is { Length: > 0 } line)
        {
            Add(new Row(columns, line.Split(',')));
        }

        Families = [.. _families.Values];
    }

    public static VmCatalogue Default => Embedded.Catalogue;

    /// <summary>In the table's order.</summary>
    public IReadOnlyList<VmSize> Sizes => _sizes;

    public IReadOnlyList<VmFamily> Families { get; }

    /// <summary>The size of that name, in any case, or null.</summary>
    public VmSize? Find(string name) => _byName.GetValueOrDefault(name);

    public VmFamily? FindFamily(string name) => _families.GetValueOrDefault(name);

    /// <summary>The sizes whose names differ least from a name that nobody knows.</summary>
    public IEnumerable<VmSize> Nearest(string name, int count) =>
        _sizes.Where(static s => !s.IsRetired).OrderBy(s => EditDistance.Between(name, s.Name)).ThenBy(static s => s.Name, StringComparer.Ordinal).Take(count);

    private void Add(Row row)
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
        };
        _sizes.Add(size);
        _byName.Add(size.Name, size);
    }

    private static string UsageNameOf(string family)
    {
        string name = family.EndsWith("Family", StringComparison.Ordinal) ? family[..^"Family".Length] : family;
        name = name.StartsWith("standard", StringComparison.OrdinalIgnoreCase) ? name["standard".Length..].Trim() : name;
        return $"Standard {name} Family Cluster Dedicated vCPUs";
    }

    private readonly struct Row(string[] columns, string[] cells)
    {
        public string this[string column] => cells[Array.IndexOf(columns, column)];

        public int? Int(string column) => int.TryParse(this[column], CultureInfo.InvariantCulture, out int value) ? value : null;

        public decimal? Dollars(string column) => decimal.TryParse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) ? value : null;
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
