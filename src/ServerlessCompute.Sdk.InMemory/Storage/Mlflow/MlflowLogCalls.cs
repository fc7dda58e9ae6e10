using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The calls by which runs log: metrics, parameters, tags, data sets and models.</summary>
internal sealed class MlflowLogCalls(MlflowStore store, MlflowRunCalls runs)
{
    private const string ModelsTag = "mlflow.log-model.history";

    // What MLflow's own server takes at once.
    private const int MostMetrics = 1000;
    private const int MostParams = 100;
    private const int MostTags = 100;
    private const int MostEntities = 1000;

    public EngineResponse LogMetric(MlflowArguments arguments)
    {
        MlflowMetric metric = Metric(arguments);
        store.Log(runs.FindActive(arguments).Run.RunId, [metric], [], []);
        return MlflowJson.Empty;
    }

    public EngineResponse LogParam(MlflowArguments arguments)
    {
        KeyValuePair<string, string> param = Param(arguments);
        return Log(runs.FindActive(arguments).Run.RunId, [], [param], []);
    }

    public EngineResponse SetTag(MlflowArguments arguments)
    {
        KeyValuePair<string, string> tag = Tag(arguments);
        return Log(runs.FindActive(arguments).Run.RunId, [], [], [tag]);
    }

    public EngineResponse DeleteTag(MlflowArguments arguments)
    {
        string name = arguments.Required("key");
        MlflowRunView run = runs.FindActive(arguments);
        if (run.Tag(name) is null)
        {
            throw MlflowException.NotFound($"The run '{run.Run.RunId}' has no tag '{name}'.");
        }

        store.Log(run.Run.RunId, [], [], [new(name, null)]);
        return MlflowJson.Empty;
    }

    public EngineResponse LogBatch(MlflowArguments arguments)
    {
        IReadOnlyList<MlflowArguments> metrics = Limited(arguments, "metrics", MostMetrics);
        IReadOnlyList<MlflowArguments> parameters = Limited(arguments, "params", MostParams);
        IReadOnlyList<MlflowArguments> tags = Limited(arguments, "tags", MostTags);
        int entities = metrics.Count + parameters.Count + tags.Count;
        if (entities > MostEntities)
        {
            throw MlflowException.InvalidParameter($"A batch has at most {MostEntities} metrics, parameters and tags together; this one has {entities}. Send several batches.");
        }

        KeyValuePair<string, string>[] pairs = [.. parameters.Select(Param)];
        if (pairs.GroupBy(static p => p.Key, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            throw MlflowException.InvalidParameter($"The parameter '{twice.Key}' comes {twice.Count()} times in one batch. Log each parameter once.");
        }

        return Log(runs.FindActive(arguments).Run.RunId, [.. metrics.Select(Metric)], pairs, [.. tags.Select(Tag)]);
    }

    public EngineResponse LogInputs(MlflowArguments arguments)
    {
        store.LogInputs(runs.FindActive(arguments).Run.RunId, arguments.RawItems("datasets"));
        return MlflowJson.Empty;
    }

    /// <summary>Keeps the model's description with those before it in the tag from which MLflow reads a run's models.</summary>
    public EngineResponse LogModel(MlflowArguments arguments)
    {
        string text = arguments.Required("model_json");
        MlflowRunView run = runs.FindActive(arguments);
        string model;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            model = document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.GetRawText()
                : throw MlflowException.InvalidParameter("'model_json' must be a JSON object.");
        }
        catch (JsonException)
        {
            throw MlflowException.InvalidParameter("'model_json' is not valid JSON.");
        }

        string history = run.Tag(ModelsTag) is { Length: > 2 } before && before.StartsWith('[') && before.EndsWith(']')
            ? $"{before[..^1]},{model}]"
            : $"[{model}]";
        store.Log(run.Run.RunId, [], [], [new(ModelsTag, history)]);
        return MlflowJson.Empty;
    }

    /// <summary>The tags of a call.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Tags(MlflowArguments arguments) => [.. arguments.Objects("tags").Select(Tag)];

    private static IReadOnlyList<MlflowArguments> Limited(MlflowArguments arguments, string name, int most)
    {
        IReadOnlyList<MlflowArguments> items = arguments.Objects(name);
        return items.Count <= most
            ? items
            : throw MlflowException.InvalidParameter($"A batch has at most {most} {name}; this one has {items.Count}. Send several batches.");
    }

    private static KeyValuePair<string, string> Param(MlflowArguments arguments)
    {
        string name = arguments.Required("key");
        string value = arguments.AnyText("value") ?? "";
        MlflowNames.CheckParam(name, value);
        return new(name, value);
    }

    private static KeyValuePair<string, string> Tag(MlflowArguments arguments)
    {
        string name = arguments.Required("key");
        string value = arguments.AnyText("value") ?? "";
        MlflowNames.CheckTag(name, value);
        return new(name, value);
    }

    private MlflowMetric Metric(MlflowArguments arguments)
    {
        string name = arguments.Required("key");
        MlflowNames.Check("metric", name);
        long timestamp = arguments.Int64("timestamp") ?? store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        return new MlflowMetric(name, arguments.Int64("step") ?? 0, timestamp, arguments.RequiredDouble("value"));
    }

    private EngineResponse Log(
        string runId, IReadOnlyList<MlflowMetric> metrics, IReadOnlyList<KeyValuePair<string, string>> parameters, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        MlflowParamConflict? conflict = store.Log(runId, metrics, parameters, [.. tags.Select(static t => new KeyValuePair<string, string?>(t.Key, t.Value))]);
        return conflict is null
            ? MlflowJson.Empty
            : throw MlflowException.InvalidParameter(
                $"The parameter '{conflict.Name}' of the run '{runId}' is '{conflict.Present}' and cannot become '{conflict.Refused}': parameters are written once. Use a metric or a tag for what changes.");
    }
}
