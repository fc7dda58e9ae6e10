namespace ServerlessCompute;

/// <summary>MLflow's tracking REST over the runs of this workspace: one implementation for the front desk and for local runs.</summary>
/// <param name="store">What runs log.</param>
/// <param name="artifacts">The container that holds the runs' artifacts, <c>azureml</c>.</param>
internal sealed class MlflowService(MlflowStore store, BlobContainer artifacts)
{
    private readonly EngineResponse _unknown = new(404);

    /// <summary>Answers one call.</summary>
    /// <param name="method">The verb in capitals.</param>
    /// <param name="path">The path from <c>/api/2.0/…</c> on, still percent-encoded.</param>
    /// <param name="query">The query with its question mark, or empty.</param>
    /// <param name="body">The request's body; an uploaded artifact keeps it, so nobody may write to it any more.</param>
    public EngineResponse Handle(string method, string path, string query, ReadOnlyMemory<byte> body)
    {
        _ = (method, path, query, body, store, artifacts);
        return _unknown;
    }
}
