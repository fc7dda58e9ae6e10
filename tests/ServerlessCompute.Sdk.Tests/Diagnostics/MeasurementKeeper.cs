using System.Diagnostics.Metrics;

namespace ServerlessCompute;

/// <summary>Keeps the measurements of one workspace, as <c>name value {tags}</c>.</summary>
internal sealed class MeasurementKeeper : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _kept = [];

    public MeasurementKeeper(string? workspace)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (workspace is null || instrument.Meter.Name == ServerlessComputeTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();

        void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            Dictionary<string, object?> all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            if (workspace is null || Equals(all.GetValueOrDefault(SpanTags.Workspace), workspace))
            {
                lock (_kept)
                {
                    _kept.Add((instrument.Name, value, all));
                }
            }
        }
    }

    public IReadOnlyList<(string Name, double Value, Dictionary<string, object?> Tags)> Kept
    {
        get
        {
            lock (_kept)
            {
                return [.. _kept];
            }
        }
    }

    public IEnumerable<double> this[string name] => Kept.Where(kept => kept.Name == "serverless_compute." + name).Select(kept => kept.Value);

    public object? Tag(string name, string tag) => Kept.First(kept => kept.Name == "serverless_compute." + name).Tags.GetValueOrDefault(tag);

    public void Dispose() => _listener.Dispose();
}
