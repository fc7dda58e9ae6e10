using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>An engine as far as an executor sees it: what the job has, and what it left.</summary>
internal sealed class FakeHost : IExecutionHost
{
    private readonly ConcurrentDictionary<string, MemoryStream> _logs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);

    public FakeHost(string command, string more = "")
    {
        string text = JsonEncodedText.Encode(command).ToString();
        Properties = JsonDocument.Parse($$"""{"jobType":"Command","command":"{{text}}","environmentId":"/subscriptions/s/environments/sklearn/versions/1"{{more}}}""").RootElement;
        Tracking = new MlflowStore(new OneRun(this), TimeProvider.System, static () => Guid.Empty);
        Mlflow = new MlflowService(Tracking, ArtifactBlobs);
    }

    public string JobName { get; init; } = "job-1";

    public string ExperimentName { get; init; } = "iris";

    public string SubscriptionId => "00000000-0000-0000-0000-000000000001";

    public string ResourceGroup => "rg";

    public string WorkspaceName => "ws";

    public string Region => "eastus";

    public JsonElement Properties { get; }

    public string InstanceType => "Standard_E4s_v3";

    public int NodeCount { get; init; } = 1;

    public TimeProvider Time => TimeProvider.System;

    public StopReason StopReason { get; set; }

    public DateTimeOffset? EvictionAt { get; set; }

    public IReadOnlyList<StoredFile> CodeFiles { get; init; } = [];

    public Dictionary<string, IReadOnlyList<StoredFile>> Data { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, BlobContent> Outputs { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, BlobContent> Artifacts { get; } = new(StringComparer.Ordinal);

    public MlflowService Mlflow { get; }

    /// <summary>What was logged to the run.</summary>
    public MlflowStore Tracking { get; }

    /// <summary>The container of the run's artifacts.</summary>
    public BlobContainer ArtifactBlobs { get; } = new BlobStore(TimeProvider.System).Container("account", "azureml");

    /// <summary>What to do with log bytes instead of keeping them.</summary>
    public Action<string, int>? OnLog { get; init; }

    /// <summary>The main log without the first line, which is ours.</summary>
    public string Log => LogOf("user_logs/std_log.txt") is var log && log.IndexOf('\n', StringComparison.Ordinal) is var first ? log[(first + 1)..] : "";

    /// <summary>The logs of the job's processes.</summary>
    public IReadOnlyCollection<string> LogPaths => [.. _logs.Keys.Where(static path => path.StartsWith("user_logs/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static StoredFile File(string path, string text) => new(path, BlobContent.FromBytes(Encoding.UTF8.GetBytes(text)));

    public static string Read(BlobContent content)
    {
        using var reader = new StreamReader(content.OpenRead());
        return reader.ReadToEnd();
    }

    public string LogOf(string path) => Encoding.UTF8.GetString(BytesOf(path));

    public byte[] BytesOf(string path)
    {
        if (!_logs.TryGetValue(path, out MemoryStream? log))
        {
            return [];
        }

        lock (log)
        {
            return log.ToArray();
        }
    }

    /// <summary>Completes when a log contains a text.</summary>
    public Task LogSays(string text)
    {
        TaskCompletionSource awaited = _awaited.GetOrAdd(text, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        Look();
        return awaited.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public void AppendLog(string path, ReadOnlySpan<byte> utf8)
    {
        if (OnLog is { } handle)
        {
            handle(path, utf8.Length);
            return;
        }

        MemoryStream log = _logs.GetOrAdd(path, static _ => new MemoryStream());
        lock (log)
        {
            log.Write(utf8);
        }

        Look();
    }

    public IReadOnlyList<StoredFile> ReadData(string uri) => Data.GetValueOrDefault(uri, []);

    public void StoreOutput(string outputName, string relativePath, BlobContent content) =>
        Outputs[relativePath.Length == 0 ? outputName : $"{outputName}/{relativePath}"] = content;

    public void StoreArtifact(string path, BlobContent content) => Artifacts[path] = content;

    private void Look()
    {
        foreach ((string text, TaskCompletionSource awaited) in _awaited)
        {
            if (_logs.Keys.Any(path => LogOf(path).Contains(text, StringComparison.Ordinal)))
            {
                awaited.TrySetResult();
            }
        }
    }

    private sealed class OneRun(FakeHost host) : IMlflowRuns
    {
        public IEnumerable<string> Experiments => [host.ExperimentName];

        public MlflowRun? Find(string runId) => runId == host.JobName ? new MlflowRun { RunId = runId, ExperimentName = host.ExperimentName, Name = runId, Status = "RUNNING" } : null;

        public IEnumerable<MlflowRun> InExperiment(string experimentName) => [Find(host.JobName)!];

        public void Changed(string runId)
        {
        }
    }
}
