using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>Several forecasts beside each other: see <see cref="Forecast.CompareAsync"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ForecastComparison
{
    /// <summary>The forecasts by their names, in the order in which they were given.</summary>
    public required ValueList<KeyValuePair<string, ForecastResult>> Results { get; init; }

    /// <summary>The forecast of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public ForecastResult this[string name] => Results.FirstOrDefault(r => r.Key == name).Value ?? throw new KeyNotFoundException($"There is no forecast '{name}'.");

    /// <summary>A table with a line for each forecast.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"",-28}{"wait min",16}{"p95",10}{"max",10}{"to end",10}{"USD",20}{"in use",10}{"taken",8}{"not over",10}");
        foreach ((string name, ForecastResult result) in Results)
        {
            FamilyForecast row = result.Total;
            text.Append('\n').Append(
                CultureInfo.InvariantCulture,
                $"{name,-28}{row.MeanWait,16}{ForecastRange.Number(row.P95Wait.Mean),10}{ForecastRange.Number(row.MaxWait.Mean),10}{ForecastRange.Number(row.MeanTurnaround.Mean),10}{row.Cost,20}{row.Utilization.Mean,10:0.0%}{ForecastRange.Number(row.Evictions.Mean),8}{row.Jobs.Mean - row.Completed.Mean - row.Refused.Mean,10:0}");
        }

        return text.ToString();
    }

    /// <summary>A chart as a document of its own: waits and cost of each forecast, with their ranges.</summary>
    public string ToSvg() => ForecastChart.Draw([.. Results.Select(static r => (r.Key, r.Value.Total))]);
}
