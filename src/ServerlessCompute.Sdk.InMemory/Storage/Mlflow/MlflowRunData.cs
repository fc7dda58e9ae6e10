namespace ServerlessCompute;

/// <summary>What was logged to one run. Made when the first thing is logged; its own lock guards it.</summary>
internal sealed class MlflowRunData
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<MlflowMetric>> _metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _params = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _tags = new(StringComparer.Ordinal);

    public void LogMetric(MlflowMetric metric)
    {
        lock (_gate)
        {
            if (!_metrics.TryGetValue(metric.Name, out List<MlflowMetric>? series))
            {
                _metrics[metric.Name] = series = [];
            }

            series.Add(metric);
        }
    }

    /// <returns>False when the parameter has another value already.</returns>
    public bool LogParam(string name, string value)
    {
        lock (_gate)
        {
            return _params.TryAdd(name, value) || string.Equals(_params[name], value, StringComparison.Ordinal);
        }
    }

    /// <summary>Sets a tag; null hides a tag that the job has of its own.</summary>
    public void SetTag(string name, string? value)
    {
        lock (_gate)
        {
            _tags[name] = value;
        }
    }

    public IReadOnlyList<MlflowMetric> Metrics()
    {
        lock (_gate)
        {
            return [.. _metrics.Values.SelectMany(static s => s)];
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> Params()
    {
        lock (_gate)
        {
            return [.. _params];
        }
    }

    public IReadOnlyList<KeyValuePair<string, string?>> Tags()
    {
        lock (_gate)
        {
            return [.. _tags];
        }
    }
}
