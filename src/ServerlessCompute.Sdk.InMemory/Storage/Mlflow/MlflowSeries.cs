namespace ServerlessCompute;

/// <summary>The values of one metric of one run, in the order in which they came. Not thread-safe.</summary>
internal sealed class MlflowSeries
{
    private readonly List<MlflowMetric> _values = new(1);

    public IReadOnlyList<MlflowMetric> Values => _values;

    /// <summary>The value of the highest step; among those of one step the latest, then the largest.</summary>
    public MlflowMetric Latest { get; private set; }

    public void Add(MlflowMetric metric)
    {
        if (_values.Count == 0 || (metric.Step, metric.Timestamp, metric.Value).CompareTo((Latest.Step, Latest.Timestamp, Latest.Value)) >= 0)
        {
            Latest = metric;
        }

        _values.Add(metric);
    }
}
