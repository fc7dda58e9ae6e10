using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Unicode;

namespace ServerlessCompute;

/// <summary>
/// MLflow's tracking REST over the runs of this workspace: one implementation for the front desk and for local runs. It
/// answers what the service's own tracking endpoint answers, and for artifacts MLflow's proxy, which any client can use
/// without a plugin. Thread-safe.
/// </summary>
internal sealed class MlflowService
{
    private const string Api = "/api/2.0/";
    private const string Proxy = "mlflow-artifacts/artifacts";

    // A thousand metrics with the longest names are far below; artifacts may be larger.
    private const int LongestBody = 16 << 20;

    private readonly FrozenDictionary<string, Func<MlflowArguments, EngineResponse>> _calls;
    private readonly MlflowArtifactCalls _artifacts;

    /// <summary>Makes the service.</summary>
    /// <param name="store">What runs log.</param>
    /// <param name="artifacts">The container that holds the runs' artifacts, <c>azureml</c>.</param>
    public MlflowService(MlflowStore store, BlobContainer artifacts)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(artifacts);
        var runs = new MlflowRunCalls(store);
        var log = new MlflowLogCalls(store, runs);
        var metrics = new MlflowMetricCalls(store, runs);
        var experiments = new MlflowExperimentCalls(store.Experiments);
        _artifacts = new MlflowArtifactCalls(new MlflowArtifacts(artifacts, store), runs);
        _calls = new Dictionary<string, Func<MlflowArguments, EngineResponse>>(StringComparer.Ordinal)
        {
            ["GET experiments/get"] = experiments.Get,
            ["GET experiments/get-by-name"] = experiments.GetByName,
            ["GET experiments/list"] = experiments.Search,
            ["GET experiments/search"] = experiments.Search,
            ["POST experiments/search"] = experiments.Search,
            ["POST experiments/create"] = experiments.Create,
            ["POST experiments/delete"] = experiments.Delete,
            ["POST experiments/restore"] = experiments.Restore,
            ["POST experiments/set-experiment-tag"] = experiments.SetTag,
            ["POST experiments/delete-experiment-tag"] = experiments.DeleteTag,
            ["POST runs/create"] = runs.Create,
            ["GET runs/get"] = runs.Get,
            ["POST runs/update"] = runs.Update,
            ["POST runs/delete"] = runs.Delete,
            ["POST runs/restore"] = runs.Restore,
            ["POST runs/search"] = runs.Search,
            ["POST runs/log-metric"] = log.LogMetric,
            ["POST runs/log-parameter"] = log.LogParam,
            ["POST runs/log-batch"] = log.LogBatch,
            ["POST runs/log-inputs"] = log.LogInputs,
            ["POST runs/log-model"] = log.LogModel,
            ["POST runs/set-tag"] = log.SetTag,
            ["POST runs/delete-tag"] = log.DeleteTag,
            ["GET metrics/get-history"] = metrics.GetHistory,
            ["GET metrics/get-history-bulk"] = metrics.GetHistoryOfMany,
            ["GET metrics/get-history-bulk-interval"] = metrics.GetHistoryOfMany,
            ["GET artifacts/list"] = _artifacts.List,

            // Clients of MLflow 3 ask for logged models whenever they list or load artifacts: there are none.
            ["POST logged-models/search"] = static _ => MlflowJson.Empty,
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Answers one call.</summary>
    /// <param name="method">The verb in capitals.</param>
    /// <param name="path">The path from <c>/api/2.0/…</c> on, still percent-encoded.</param>
    /// <param name="query">The query with its question mark, or empty.</param>
    /// <param name="body">The request's body; an uploaded artifact keeps it, so nobody may write to it any more.</param>
    public EngineResponse Handle(string method, string path, string query, ReadOnlyMemory<byte> body)
    {
        try
        {
            string resource = path.StartsWith(Api, StringComparison.Ordinal) ? path[Api.Length..] : "";
            return resource.StartsWith(Proxy, StringComparison.Ordinal)
                ? Artifact(method, Uri.UnescapeDataString(resource[Proxy.Length..]).Trim('/'), query, body)
                : Track(method, resource.StartsWith("preview/", StringComparison.Ordinal) ? resource["preview/".Length..] : resource, path, query, body);
        }
        catch (MlflowException refusal)
        {
            return MlflowJson.Error(refusal);
        }
    }

    private static MlflowException NoEndpoint(string method, string path) => MlflowException.NoEndpoint(
        path.Contains("/logged-models", StringComparison.Ordinal)
            ? "Azure Machine Learning's tracking service has no logged models, which MLflow 3 makes in log_model. Use mlflow below 3, or save_model and log_artifacts."
            : $"Azure Machine Learning's tracking service has no {method} {path}.");

    private EngineResponse Artifact(string method, string path, string query, ReadOnlyMemory<byte> body) => (method, path) switch
    {
        ("GET", "") => _artifacts.ListProxied(query),
        ("GET", _) => _artifacts.Download(path),
        ("PUT", _) => _artifacts.Upload(path, body),
        ("DELETE", _) => _artifacts.Delete(path),
        _ => throw NoEndpoint(method, "mlflow-artifacts/artifacts"),
    };

    private EngineResponse Track(string method, string resource, string path, string query, ReadOnlyMemory<byte> body)
    {
        const string Prefix = "mlflow/";
        if (!resource.StartsWith(Prefix, StringComparison.Ordinal)
            || !_calls.TryGetValue($"{method} {resource[Prefix.Length..]}", out Func<MlflowArguments, EngineResponse>? call))
        {
            throw NoEndpoint(method, path);
        }

        if (method is "GET")
        {
            return call(MlflowArguments.FromQuery(query));
        }

        if (body.Length > LongestBody)
        {
            throw MlflowException.BadRequest($"The body has {body.Length} bytes; at most {LongestBody} are taken at once. Send several batches, or log an artifact.");
        }

        if (!Utf8.IsValid(body.Span))
        {
            throw MlflowException.BadRequest("The body is not valid UTF-8.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return call(MlflowArguments.FromJson(document.RootElement));
        }
        catch (JsonException)
        {
            throw MlflowException.BadRequest("The body is not valid JSON.");
        }
    }
}
