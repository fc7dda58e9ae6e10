namespace ServerlessCompute;

/// <summary>What was logged to one run. Made when the first thing is logged. Thread-safe.</summary>
internal sealed class MlflowRunData
{
    private readonly Lock _gate = new();
    private Dictionary<string, MlflowSeries>? _metrics;
    private Dictionary<string, string>? _params;
    private Dictionary<string, string?>? _tags;
    private List<string>? _inputs;

    /// <summary>Whether the run was deleted (true) or restored (false) through MLflow; null when neither happened.</summary>
    public bool? IsDeleted { get; set; }

    /// <summary>Logs everything, or, when a parameter has another value already, nothing.</summary>
    /// <returns>Null, or the parameter's present value and the one that was refused.</returns>
    public MlflowParamConflict? Log(
        IReadOnlyList<MlflowMetric> metrics, IReadOnlyList<KeyValuePair<string, string>> parameters, IReadOnlyList<KeyValuePair<string, string?>> tags)
    {
        lock (_gate)
        {
            foreach ((string name, string value) in parameters)
            {
                if (_params is not null && _params.TryGetValue(name, out string? present) && present != value)
                {
                    return new MlflowParamConflict(name, present, value);
                }
            }

            foreach (MlflowMetric metric in metrics)
            {
                _metrics ??= new(StringComparer.Ordinal);
                if (!_metrics.TryGetValue(metric.Name, out MlflowSeries? series))
                {
                    _metrics[metric.Name] = series = new MlflowSeries();
                }

                series.Add(metric);
            }

            foreach ((string name, string value) in parameters)
            {
                (_params ??= new(StringComparer.Ordinal))[name] = value;
            }

            foreach ((string name, string? value) in tags)
            {
                (_tags ??= new(StringComparer.Ordinal))[name] = value;
            }

            return null;
        }
    }

    /// <summary>Keeps the JSON of data sets that the run used.</summary>
    public void AddInputs(IReadOnlyList<string> inputs)
    {
        lock (_gate)
        {
            (_inputs ??= []).AddRange(inputs);
        }
    }

    /// <summary>Every value: metrics in order of their names, values as they came.</summary>
    public IReadOnlyList<MlflowMetric> Metrics()
    {
        lock (_gate)
        {
            return [.. Sorted(_metrics).SelectMany(static s => s.Value.Values)];
        }
    }

    /// <summary>The values of one metric as they came.</summary>
    public IReadOnlyList<MlflowMetric> History(string name)
    {
        lock (_gate)
        {
            return _metrics is not null && _metrics.TryGetValue(name, out MlflowSeries? series) ? [.. series.Values] : [];
        }
    }

    public MlflowMetric? Latest(string name)
    {
        lock (_gate)
        {
            return _metrics is not null && _metrics.TryGetValue(name, out MlflowSeries? series) ? series.Latest : null;
        }
    }

    public IReadOnlyList<MlflowMetric> LatestMetrics()
    {
        lock (_gate)
        {
            return [.. Sorted(_metrics).Select(static s => s.Value.Latest)];
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> Params()
    {
        lock (_gate)
        {
            return [.. Sorted(_params)];
        }
    }

    public string? Param(string name)
    {
        lock (_gate)
        {
            return _params?.GetValueOrDefault(name);
        }
    }

    /// <summary>Tags that were set, and with the value null those that were deleted.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Tags()
    {
        lock (_gate)
        {
            return [.. Sorted(_tags)];
        }
    }

    public IReadOnlyList<string> Inputs()
    {
        lock (_gate)
        {
            return _inputs is null ? [] : [.. _inputs];
        }
    }

    // Several threads of a job may log: the order of names does not depend on which came first.
    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(Dictionary<string, T>? values) =>
        values is null ? [] : values.OrderBy(static v => v.Key, StringComparer.Ordinal);
}
