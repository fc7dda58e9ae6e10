using System.Globalization;

namespace ServerlessCompute;

/// <summary>The job logged a metric.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Point">Value, step and time.</param>
public sealed record JobMetricLogged(string JobName, string Metric, MetricPoint Point) : JobEvent(JobName)
{
    internal override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"{Metric} = {Point.Value:R} (step {Point.Step})");
}
