using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Answers of MLflow's tracking. Its JSON comes from protocol buffers: whole numbers may be texts, and <c>NaN</c> and the infinities
/// always are.
/// </summary>
internal static class MlflowWire
{
    private static readonly JsonEncodedText _run = JsonEncodedText.Encode("run");
    private static readonly JsonEncodedText _info = JsonEncodedText.Encode("info");
    private static readonly JsonEncodedText _data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText _runId = JsonEncodedText.Encode("run_id");
    private static readonly JsonEncodedText _experimentId = JsonEncodedText.Encode("experiment_id");
    private static readonly JsonEncodedText _status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText _artifactUri = JsonEncodedText.Encode("artifact_uri");
    private static readonly JsonEncodedText _metrics = JsonEncodedText.Encode("metrics");
    private static readonly JsonEncodedText _params = JsonEncodedText.Encode("params");
    private static readonly JsonEncodedText _tags = JsonEncodedText.Encode("tags");
    private static readonly JsonEncodedText _key = JsonEncodedText.Encode("key");
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _timestamp = JsonEncodedText.Encode("timestamp");
    private static readonly JsonEncodedText _step = JsonEncodedText.Encode("step");
    private static readonly JsonEncodedText _nextPageToken = JsonEncodedText.Encode("next_page_token");

    public static TrackedRun ReadRunAnswer(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        TrackedRun? run = null;
        while (reader.NextMember())
        {
            _ = reader.TryObject(_run, ReadRun, ref run) || reader.Pass();
        }

        return run ?? throw WireValue.Lacks(reader, "run");
    }

    public static TrackedMetricPage ReadHistory(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ValueList<TrackedMetric> metrics = ValueList<TrackedMetric>.Empty;
        string? next = null;
        while (reader.NextMember())
        {
            _ = reader.TryList(_metrics, ReadMetric, ref metrics)
                || reader.TryText(_nextPageToken, ref next)
                || reader.Pass();
        }

        return new TrackedMetricPage(metrics, next is { Length: > 0 } ? next : null);
    }

    private static TrackedRun ReadRun(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        TrackedRun? info = null, data = null;
        while (reader.NextMember())
        {
            _ = reader.TryObject(_info, ReadInfo, ref info)
                || reader.TryObject(_data, ReadData, ref data)
                || reader.Pass();
        }

        info ??= new TrackedRun();
        return data is null ? info : info with { Metrics = data.Metrics, Parameters = data.Parameters, Tags = data.Tags };
    }

    private static TrackedRun ReadInfo(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? runId = null, experimentId = null, status = null, artifactUri = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_runId, ref runId)
                || reader.TryText(_experimentId, ref experimentId)
                || reader.TryText(_status, ref status)
                || reader.TryText(_artifactUri, ref artifactUri)
                || reader.Pass();
        }

        return new TrackedRun { RunId = runId, ExperimentId = experimentId, Status = status, ArtifactUri = artifactUri };
    }

    private static TrackedRun ReadData(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ValueList<TrackedMetric> metrics = ValueList<TrackedMetric>.Empty;
        ValueList<KeyValuePair<string, string>> parameters = ValueList<KeyValuePair<string, string>>.Empty, tags = parameters;
        while (reader.NextMember())
        {
            _ = reader.TryList(_metrics, ReadMetric, ref metrics)
                || reader.TryList(_params, ReadPair, ref parameters)
                || reader.TryList(_tags, ReadPair, ref tags)
                || reader.Pass();
        }

        return new TrackedRun { Metrics = metrics, Parameters = ToMap(parameters), Tags = ToMap(tags) };
    }

    private static TrackedMetric ReadMetric(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? key = null;
        double value = double.NaN, timestamp = 0, step = 0;
        while (reader.NextMember())
        {
            _ = reader.TryText(_key, ref key)
                || TryNumber(ref reader, _value, ref value)
                || TryNumber(ref reader, _timestamp, ref timestamp)
                || TryNumber(ref reader, _step, ref step)
                || reader.Pass();
        }

        return new TrackedMetric(key ?? "", value, ToInstant(timestamp), (long)step);
    }

    private static KeyValuePair<string, string> ReadPair(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? key = null, value = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_key, ref key) || reader.TryText(_value, ref value) || reader.Pass();
        }

        return new(key ?? "", value ?? "");
    }

    private static bool TryNumber(ref Utf8JsonReader reader, JsonEncodedText name, ref double value)
    {
        if (!reader.Is(name))
        {
            return false;
        }

        value = reader.TokenType switch
        {
            JsonTokenType.Null => value,
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.String when double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
            _ => throw WireValue.Wrong(ref reader, "a number"),
        };
        return true;
    }

    /// <summary>Milliseconds since 1970; times that no calendar holds become the nearest one.</summary>
    private static DateTimeOffset ToInstant(double milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Clamp(
            milliseconds,
            DateTimeOffset.MinValue.ToUnixTimeMilliseconds(),
            DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));

    private static ValueMap<string> ToMap(ValueList<KeyValuePair<string, string>> pairs)
    {
        var map = default(WireMap<string>);
        foreach (KeyValuePair<string, string> pair in pairs.Items)
        {
            map.Add(pair.Key, pair.Value);
        }

        return map.ToMap();
    }
}
