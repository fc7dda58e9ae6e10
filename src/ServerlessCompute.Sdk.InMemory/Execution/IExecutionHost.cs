using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What the engine gives to whoever does a job's work. Every member may be called from any thread.</summary>
internal interface IExecutionHost
{
    string JobName { get; }

    string ExperimentName { get; }

    string SubscriptionId { get; }

    string ResourceGroup { get; }

    string WorkspaceName { get; }

    string Region { get; }

    /// <summary>The job's <c>properties</c> as they were sent: command, inputs, outputs, environmentVariables, distribution, limits …</summary>
    JsonElement Properties { get; }

    /// <summary>The VM size that was chosen.</summary>
    string InstanceType { get; }

    int NodeCount { get; }

    /// <summary>The engine's clock.</summary>
    TimeProvider Time { get; }

    /// <summary>When one of the job's Spot nodes will be taken, as far as it got notice; null when none did, or the notice was withdrawn.</summary>
    DateTimeOffset? EvictionAt { get; }

    /// <summary>Set before the stop token is cancelled.</summary>
    StopReason StopReason { get; }

    /// <summary>Adds bytes to a log file of the run, for example <c>user_logs/std_log.txt</c>; watchers are told.</summary>
    void AppendLog(string path, ReadOnlySpan<byte> utf8);

    /// <summary>The files of the job's code snapshot, with paths relative to its root; empty when the job has no code.</summary>
    IReadOnlyList<StoredFile> CodeFiles { get; }

    /// <summary>
    /// The files behind a data URI (datastore path, asset id, blob URL) as far as this service holds them. A single file comes back
    /// as one entry whose path is its bare name. Empty when the service holds nothing there.
    /// </summary>
    IReadOnlyList<StoredFile> ReadData(string uri);

    /// <summary>Keeps a file that the job wrote into a named output; <paramref name="relativePath"/> is empty for a uri_file output.</summary>
    void StoreOutput(string outputName, string relativePath, BlobContent content);

    /// <summary>Keeps a file among the run's artifacts (what the service calls <c>outputs/…</c>, <c>user_logs/…</c>).</summary>
    void StoreArtifact(string path, BlobContent content);

    /// <summary>The MLflow tracking API of this workspace, for the listener that local runs talk to.</summary>
    MlflowService Mlflow { get; }
}
