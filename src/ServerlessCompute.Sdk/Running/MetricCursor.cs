namespace ServerlessCompute;

/// <summary>Reads a run's metrics from where they were left, so that no value is lost or told twice.</summary>
internal sealed class MetricCursor(RunReader reader)
{
    private readonly Dictionary<string, (int Told, MetricPoint Latest)> _series = new(StringComparer.Ordinal);

    /// <summary>The values logged since the last call, by metric, in the order they were logged.</summary>
    /// <param name="readAll">Whether metrics whose latest value looks the same are read, too: the same value may have been logged again.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<IReadOnlyList<(string Metric, MetricPoint Point)>> ReadNewAsync(bool readAll, CancellationToken cancellationToken)
    {
        List<(string, MetricPoint)>? fresh = null;
        foreach ((string metric, MetricPoint latest) in await reader.GetLatestMetricsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_series.TryGetValue(metric, out (int Told, MetricPoint Latest) seen) && !readAll && seen.Latest.Equals(latest))
            {
                continue;
            }

            IReadOnlyList<MetricPoint> history = await reader.GetMetricHistoryAsync(metric, cancellationToken).ConfigureAwait(false);
            for (int i = seen.Told; i < history.Count; i++)
            {
                (fresh ??= []).Add((metric, history[i]));
            }

            _series[metric] = (history.Count, latest);
        }

        return fresh ?? [];
    }
}
