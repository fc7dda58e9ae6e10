using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>What a <see cref="Forecast"/> found: as data, as a table (<see cref="ToString"/>), and as a chart (<see cref="ToSvg"/>).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ForecastResult
{
    /// <summary>What was asked.</summary>
    public required Forecast Forecast { get; init; }

    /// <summary>By family and tier, in the order of the quota's rows, dedicated before Spot.</summary>
    public required ValueList<FamilyForecast> Families { get; init; }

    /// <summary>All jobs together.</summary>
    public required FamilyForecast Total { get; init; }

    /// <summary>A table with a line for each family and tier and one for all.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"",-34}{"jobs",10}{"wait min",16}{"p50",8}{"p95",8}{"max",8}{"to end",9}{"USD",18}{"in use",10}{"taken",8}");
        foreach (FamilyForecast family in Families)
        {
            Append(text, family.Family + (family.IsSpot ? " Spot" : ""), family);
        }

        Append(text, "all", Total);
        return text.ToString();
    }

    /// <summary>A chart as a document of its own: waits and cost by family and tier, with their ranges.</summary>
    public string ToSvg() => ForecastChart.Draw([.. Families.Select(static f => (f.Family + (f.IsSpot ? " Spot" : ""), f))]);

    private static void Append(StringBuilder text, string name, FamilyForecast row) => text.Append('\n').Append(
        CultureInfo.InvariantCulture,
        $"{name,-34}{Number(row.Jobs),10}{row.MeanWait,16}{Number(row.MedianWait),8}{Number(row.P95Wait),8}{Number(row.MaxWait),8}{Number(row.MeanTurnaround),9}{row.Cost,18}{row.Utilization.Mean,10:0.0%}{Number(row.Evictions),8}{Rest(row)}");

    private static string Number(ForecastRange range) => ForecastRange.Number(range.Mean);

    private static string Rest(FamilyForecast row)
    {
        double left = row.Jobs.Mean - row.Completed.Mean - row.Refused.Mean;
        return (row.Refused.Mean > 0 ? $"  {Number(row.Refused)} refused" : "") + (left > 0.5 ? string.Create(CultureInfo.InvariantCulture, $"  {left:0} not over") : "");
    }
}
