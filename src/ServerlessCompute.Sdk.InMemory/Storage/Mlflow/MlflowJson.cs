using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The tracking service's answers, with the member names of MLflow's interface definition.</summary>
internal static class MlflowJson
{
    private const string Type = "application/json; charset=utf-8";

    // Sentences stay readable for whoever looks at the wire; nobody puts these answers into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EngineResponse Empty { get; } = new(200, "{}"u8.ToArray(), Type);

    /// <summary>An answer whose object has the members that are written.</summary>
    public static EngineResponse Answer(Action<Utf8JsonWriter> members, int status = 200)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new EngineResponse(status, buffer.WrittenMemory, Type);
    }

    public static EngineResponse Error(MlflowException error) => Answer(
        writer =>
        {
            writer.WriteString("error_code", error.Code);
            writer.WriteString("message", error.Message);
        },
        error.Status);

    public static void Run(Utf8JsonWriter writer, MlflowRunView run)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("info");
        RunInfo(writer, run);
        writer.WriteStartObject("data");
        writer.WriteStartArray("metrics");
        foreach (MlflowMetric metric in run.Data?.LatestMetrics() ?? [])
        {
            Metric(writer, metric);
        }

        writer.WriteEndArray();
        Pairs(writer, "params", run.Data?.Params() ?? []);
        Pairs(writer, "tags", run.Tags);
        writer.WriteEndObject();
        Raw(writer, "inputs", "dataset_inputs", run.Data?.Inputs() ?? []);
        writer.WriteEndObject();
    }

    public static void RunInfo(Utf8JsonWriter writer, MlflowRunView run)
    {
        writer.WriteStartObject();
        writer.WriteString("run_id", run.Run.RunId);
        writer.WriteString("run_uuid", run.Run.RunId);
        writer.WriteString("run_name", run.Name);
        writer.WriteString("experiment_id", run.ExperimentId);
        writer.WriteString("user_id", run.Run.UserId);
        writer.WriteString("status", run.Run.Status);
        writer.WriteNumber("start_time", run.Run.StartTime);
        if (run.Run.EndTime is { } end)
        {
            writer.WriteNumber("end_time", end);
        }

        writer.WriteString("artifact_uri", run.ArtifactUri);
        writer.WriteString("lifecycle_stage", Stage(run.IsDeleted));
        writer.WriteEndObject();
    }

    public static void Metric(Utf8JsonWriter writer, MlflowMetric metric, string? runId = null)
    {
        writer.WriteStartObject();
        writer.WriteString("key", metric.Name);
        if (double.IsFinite(metric.Value))
        {
            writer.WriteNumber("value", metric.Value);
        }
        else
        {
            writer.WriteString("value", double.IsNaN(metric.Value) ? "NaN" : metric.Value > 0 ? "Infinity" : "-Infinity");
        }

        writer.WriteNumber("timestamp", metric.Timestamp);
        writer.WriteNumber("step", metric.Step);
        if (runId is not null)
        {
            writer.WriteString("run_id", runId);
        }

        writer.WriteEndObject();
    }

    public static void Experiment(Utf8JsonWriter writer, MlflowExperiment experiment)
    {
        writer.WriteStartObject();
        writer.WriteString("experiment_id", experiment.Id);
        writer.WriteString("name", experiment.Name);
        writer.WriteString("artifact_location", "");
        writer.WriteString("lifecycle_stage", Stage(experiment.IsDeleted));
        writer.WriteNumber("last_update_time", experiment.LastUpdateTime);
        writer.WriteNumber("creation_time", experiment.CreationTime);
        Pairs(writer, "tags", experiment.Tags);
        writer.WriteEndObject();
    }

    /// <summary>Says where the next page starts; nothing on the last page.</summary>
    public static void NextToken(Utf8JsonWriter writer, string? token)
    {
        if (token is not null)
        {
            writer.WriteString("next_page_token", token);
        }
    }

    private static string Stage(bool deleted) => deleted ? "deleted" : "active";

    private static void Pairs(Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        writer.WriteStartArray(name);
        foreach ((string key, string value) in pairs)
        {
            writer.WriteStartObject();
            writer.WriteString("key", key);
            writer.WriteString("value", value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Raw(Utf8JsonWriter writer, string name, string list, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteStartArray(list);
        foreach (string item in items)
        {
            writer.WriteRawValue(item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
