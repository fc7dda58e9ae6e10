namespace ServerlessCompute;

/// <summary>What sizes cost in regions other than eastus: the table <c>vm-regions.csv</c>.</summary>
internal static class VmRegions
{
    /// <summary>US dollars an hour, dedicated, by the name of a size, of those that the region offers; null for a region that the table does not tell of.</summary>
    public static Dictionary<string, decimal>? Prices(string region)
    {
        using var csv = new StreamReader(typeof(VmRegions).Assembly.GetManifestResourceStream("vm-regions.csv")!);
        string[] columns = csv.ReadLine()!.Split(',');
        if (Array.Find(columns, c => c.Equals(region, StringComparison.OrdinalIgnoreCase)) is not { } column || column == columns[0])
        {
            return null;
        }

        var prices = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        while (csv.ReadLine() is { Length: > 0 } line)
        {
            var row = new CsvRow(columns, line.Split(','));
            if (row.Dollars(column) is { } price)
            {
                prices.Add(row[columns[0]], price);
            }
        }

        return prices;
    }
}
