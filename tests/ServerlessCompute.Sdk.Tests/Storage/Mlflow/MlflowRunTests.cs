using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Runs as the tracking service shows, makes and changes them.</summary>
[TestFixture]
[Category("S52")]
internal sealed class MlflowRunTests
{
    private readonly MlflowFixture _mlflow = new();

    [TearDown]
    public void TearDown() => _mlflow.Dispose();

    [Test]
    public void Get_Job_ShowsWhatTheEngineSays()
    {
        JsonElement info = _mlflow.Get("runs/get", $"?run_id={MlflowFixture.OtherJob}").Body.At("run.info");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(info.Text("run_id"), Is.EqualTo(MlflowFixture.OtherJob));
            Assert.That(info.Text("run_uuid"), Is.EqualTo(MlflowFixture.OtherJob));
            Assert.That(info.Text("run_name"), Is.EqualTo("second"));
            Assert.That(info.Text("experiment_id"), Is.EqualTo(MlflowFixture.ExperimentId));
            Assert.That(info.Text("status"), Is.EqualTo("FINISHED"));
            Assert.That(info.At("start_time").GetInt64(), Is.EqualTo(2000));
            Assert.That(info.At("end_time").GetInt64(), Is.EqualTo(3000));
            Assert.That(info.Text("user_id"), Is.EqualTo("bob"));
            Assert.That(info.Text("artifact_uri"), Is.EqualTo($"mlflow-artifacts:/ExperimentRun/dcid.{MlflowFixture.OtherJob}"));
            Assert.That(info.Text("lifecycle_stage"), Is.EqualTo("active"));
        }
    }

    [Test]
    public void Get_OldClients_SayRunUuidAndPreview() =>
        Assert.That(_mlflow.Service.Handle("GET", "/api/2.0/preview/mlflow/runs/get", $"?run_uuid={MlflowFixture.Job}", default).Status, Is.EqualTo(200));

    [Test]
    public void Update_Job_TakesTheNameAndLeavesTheStatusToTheEngine()
    {
        (int status, JsonElement body) = _mlflow.Post("runs/update", $$"""{"run_id":"{{MlflowFixture.Job}}","status":"FINISHED","end_time":5,"run_name":"renamed"}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(200));
            Assert.That(body.Text("run_info.status"), Is.EqualTo("RUNNING"));
            Assert.That(body.Text("run_info.run_name"), Is.EqualTo("renamed"));
            Assert.That(body.At("run_info").TryGetProperty("end_time", out _), Is.False);
        }
    }

    [Test]
    public void Update_UnknownStatus_IsRefused() =>
        Assert.That(_mlflow.Post("runs/update", $$"""{"run_id":"{{MlflowFixture.Job}}","status":"DONE"}""").Body.Error(), Does.Contain("RUNNING, SCHEDULED, FINISHED, FAILED, KILLED"));

    [Test]
    public void Create_NestedRun_LivesBesideTheJobs()
    {
        JsonElement made = _mlflow.Post("runs/create", $$"""
            {"experiment_id":"{{MlflowFixture.ExperimentId}}","start_time":"1500","user_id":"ada","run_name":"child","tags":[{"key":"mlflow.parentRunId","value":"{{MlflowFixture.Job}}"}]}
            """).Body.At("run");
        string id = made.Text("info.run_id");
        _mlflow.Store.LogMetric(id, "m", 1);
        JsonElement ended = _mlflow.Post("runs/update", $$"""{"run_id":"{{id}}","status":"FINISHED","end_time":"1600"}""").Body;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Text("info.status"), Is.EqualTo("RUNNING"));
            Assert.That(made.Text("info.run_name"), Is.EqualTo("child"));
            Assert.That(made.Pairs("data.tags"), Does.Contain($"mlflow.parentRunId={MlflowFixture.Job}"));
            Assert.That(ended.Text("run_info.status"), Is.EqualTo("FINISHED"));
            Assert.That(ended.At("run_info.end_time").GetInt64(), Is.EqualTo(1600));
            Assert.That(_mlflow.Jobs.Told, Is.Empty, "The engine is told of its own jobs only.");
        }
    }

    [Test]
    public void Create_WithoutExperiment_TakesTheDefaultOne()
    {
        JsonElement made = _mlflow.Post("runs/create", """{"experiment_id":"0"}""").Body.At("run");

        Assert.That(made.Text("info.experiment_id"), Is.EqualTo(MlflowStore.ExperimentId("Default")));
    }

    [Test]
    public void Delete_ThenRestore_HidesAndShowsTheRun()
    {
        string body = $$"""{"run_id":"{{MlflowFixture.Job}}"}""";
        _mlflow.Post("runs/delete", body);
        int whileDeleted = _mlflow.Post("runs/set-tag", $$"""{"run_id":"{{MlflowFixture.Job}}","key":"a","value":"b"}""").Status;
        string[] active = Search("ACTIVE_ONLY");
        string[] deleted = Search("DELETED_ONLY");
        string stage = _mlflow.Get("runs/get", $"?run_id={MlflowFixture.Job}").Body.Text("run.info.lifecycle_stage");
        _mlflow.Post("runs/restore", body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileDeleted, Is.EqualTo(400));
            Assert.That(active, Is.EqualTo([MlflowFixture.OtherJob]));
            Assert.That(deleted, Is.EqualTo([MlflowFixture.Job]));
            Assert.That(stage, Is.EqualTo("deleted"));
            Assert.That(Search("ALL"), Is.EqualTo([MlflowFixture.OtherJob, MlflowFixture.Job]));
            Assert.That(Search("ACTIVE_ONLY"), Has.Length.EqualTo(2));
        }
    }

    [TestCase("GET", "/api/2.0/mlflow/runs/create")]
    [TestCase("POST", "/api/2.0/mlflow/nothing")]
    [TestCase("GET", "/api/3.0/mlflow/server-info")]
    [TestCase("GET", "/api/2.0/")]
    [TestCase("GET", "")]
    [TestCase("POST", "/api/2.0/mlflow-artifacts/artifacts/x")]
    public void Handle_EndpointThatIsNotThere_SaysSo(string method, string path)
    {
        (int status, JsonElement body) = MlflowFixture.Read(_mlflow.Service.Handle(method, path, "", "{}"u8.ToArray()));

        Assert.That((status, body.Text("error_code")), Is.EqualTo((404, "ENDPOINT_NOT_FOUND")));
    }

    [Test]
    public void LoggedModels_OfMlflow3_AreRefusedWithAdviceAndFoundEmpty()
    {
        (int create, JsonElement body) = _mlflow.Post("logged-models", """{"experiment_id":"0"}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(create, Is.EqualTo(404));
            Assert.That(body.Error(), Does.Contain("mlflow below 3"));
            Assert.That(_mlflow.Post("logged-models/search", "{}").Status, Is.EqualTo(200));
        }
    }

    private string[] Search(string view) =>
        [.. _mlflow.Post("runs/search", $$"""{"experiment_ids":["{{MlflowFixture.ExperimentId}}"],"run_view_type":"{{view}}"}""").Body.At("runs").EnumerateArray().Select(r => r.Text("info.run_id"))];
}
