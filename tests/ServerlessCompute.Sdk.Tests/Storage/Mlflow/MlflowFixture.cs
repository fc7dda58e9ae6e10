using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The tracking service over two jobs of the experiment "iris", and short ways to call it.</summary>
internal sealed class MlflowFixture : IDisposable
{
    public const string Job = "brave_melon_1";
    public const string OtherJob = "calm_apple_2";
    public const string Experiment = "iris";

    private readonly BlobStore _blobs;
    private int _ids;

    public MlflowFixture()
    {
        _blobs = new BlobStore(Clock);
        Artifacts = _blobs.Container("account", "azureml");
        Store = new MlflowStore(Jobs, Clock, () => new Guid(++_ids, 0, 0, new byte[8]));
        Service = new MlflowService(Store, Artifacts);
        Jobs.Add(new MlflowRun { RunId = Job, ExperimentName = Experiment, Name = "first", Status = "RUNNING", StartTime = 1000, UserId = "ada", Tags = [new("team", "red")] });
        Jobs.Add(new MlflowRun { RunId = OtherJob, ExperimentName = Experiment, Name = "second", Status = "FINISHED", StartTime = 2000, EndTime = 3000, UserId = "bob" });
    }

    public StorageClock Clock { get; } = new();

    public MlflowJobs Jobs { get; } = new();

    public BlobContainer Artifacts { get; }

    public MlflowStore Store { get; }

    public MlflowService Service { get; }

    public static string ExperimentId => MlflowStore.ExperimentId(Experiment);

    public (int Status, JsonElement Body) Get(string call, string query = "") => Read(Service.Handle("GET", $"/api/2.0/mlflow/{call}", query, default));

    public (int Status, JsonElement Body) Post(string call, string json) => Read(Service.Handle("POST", $"/api/2.0/mlflow/{call}", "", Encoding.UTF8.GetBytes(json)));

    /// <summary>A call to the artifact proxy.</summary>
    public EngineResponse Proxy(string method, string path, string query = "", string body = "") =>
        Service.Handle(method, $"/api/2.0/mlflow-artifacts/artifacts{path}", query, Encoding.UTF8.GetBytes(body));

    public static (int Status, JsonElement Body) Read(EngineResponse response)
    {
        using JsonDocument document = JsonDocument.Parse(response.Body);
        return (response.Status, document.RootElement.Clone());
    }

    public void Dispose() => _blobs.Dispose();
}
