using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Local processes under the real engine.</summary>
internal sealed class UseLocalProcessesTests
{
    [Test]
    public async Task Job_UnderTheEngine_RunsItsCommandAndLeavesLogMetricAndOutput()
    {
        using var service = new RawService();
        service.Serverless.UseLocalProcesses();
        const string Command = """python3 -c \"import json,os,urllib.request as u; r=u.Request(os.environ['MLFLOW_TRACKING_URI']+'/api/2.0/mlflow/runs/log-metric', data=json.dumps(dict(run_id=os.environ['MLFLOW_RUN_ID'],key='accuracy',value=0.97,timestamp=1,step=2)).encode(), headers=dict(Authorization='Bearer '+os.environ['MLFLOW_TRACKING_TOKEN'])); print(u.urlopen(r).status)\" && printf model > ${{outputs.model}}/m.bin""";

        await service.PutJobAsync("job1", RawService.CommandBody(Command, "\"outputs\":{\"model\":{\"jobOutputType\":\"custom_model\"}}"));
        JsonElement end = (await service.EndAsync("job1")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.GetProperty("status").GetString(), Is.EqualTo("Completed"), end.GetRawText());
            Assert.That(Read(service, "azureml", "ExperimentRun/dcid.job1/user_logs/std_log.txt"), Does.EndWith("200\n"));
            Assert.That(FilesUnder(service, "azureml://datastores/workspaceblobstore/paths/azureml/job1/model/"), Is.EqualTo(["m.bin"]));
            Assert.That(service.Engine.Mlflow.Handle("GET", "/api/2.0/mlflow/runs/get", "?run_id=job1", default), Has.Property("Status").EqualTo(200));
        }
    }

    [Test]
    public async Task Job_ThatExits3_IsFailedWithTheReason()
    {
        using var service = new RawService();
        service.Serverless.UseLocalProcesses();

        await service.PutJobAsync("job1", RawService.CommandBody("echo broken; exit 3"));
        JsonElement end = (await service.EndAsync("job1")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.GetProperty("status").GetString(), Is.EqualTo("Failed"));
            Assert.That(end.GetProperty("error").GetRawText(), Does.Contain("exit code 3").And.Contain("broken"));
        }
    }

    [Test]
    [Category("S46")]
    public async Task Job_LongerThanItsTimeout_IsEnded()
    {
        using var service = new RawService();
        service.Serverless.UseLocalProcesses(new LocalProcessOptions { KillGracePeriod = TimeSpan.FromMilliseconds(100) });

        await service.PutJobAsync("job1", RawService.CommandBody("sleep 60", "\"limits\":{\"jobLimitsType\":\"Command\",\"timeout\":\"PT1S\"}"));
        JsonElement end = (await service.EndAsync("job1").WaitAsync(TimeSpan.FromSeconds(30))).Json;

        Assert.That(end.GetProperty("status").GetString(), Is.EqualTo("Failed").Or.EqualTo("Canceled"), end.GetRawText());
    }

    [Test]
    public async Task Job_Cancelled_EndsItsProcess()
    {
        using var service = new RawService();
        service.Serverless.UseLocalProcesses(new LocalProcessOptions { KillGracePeriod = TimeSpan.FromMilliseconds(100) });
        await service.PutJobAsync("job1", RawService.CommandBody("echo begun; sleep 60"));
        int seen = 0;
        while (!(Read(service, "azureml", "ExperimentRun/dcid.job1/user_logs/std_log.txt") ?? "").Contains("begun", StringComparison.Ordinal))
        {
            seen = (await service.DetailsAsync("job1", "wait=60", seen)).Json.GetProperty("revision").GetInt32();
        }

        service.Serverless.Cancel("job1");
        JsonElement end = (await service.EndAsync("job1").WaitAsync(TimeSpan.FromSeconds(30))).Json;

        Assert.That(end.GetProperty("status").GetString(), Is.EqualTo("Canceled"));
    }

    [TestCase("until python3 -c \\\"import os,urllib.request as u; exit(b'Preempt' not in u.urlopen(u.Request(os.environ['AZUREML_LOCAL_SCHEDULED_EVENTS'], headers=dict(Metadata='true'))).read())\\\"; do sleep 0.05; done; echo saved", 60, "Completed", "saved\n")]
    [TestCase("sleep 60", 1, "Failed", "begun\n")]
    [Category("S45")]
    public async Task Job_OnASpotNodeThatIsTaken_SeesTheNoticeBeforeItIsEnded(string command, int noticeSeconds, string status, string log)
    {
        using var service = new RawService(new InMemoryServerlessOptions { Spot = SpotMarket.Calm with { Notice = TimeSpan.FromSeconds(noticeSeconds) } });
        service.Serverless.UseLocalProcesses();
        await service.PutJobAsync("job1", RawService.CommandBody("echo begun; " + command, "\"queueSettings\":{\"jobTier\":\"Spot\"}"));
        int seen = 0;
        while (!(Read(service, "azureml", "ExperimentRun/dcid.job1/user_logs/std_log.txt") ?? "").Contains("begun", StringComparison.Ordinal))
        {
            seen = (await service.DetailsAsync("job1", "wait=60", seen)).Json.GetProperty("revision").GetInt32();
        }

        service.Serverless.Evict("job1");
        JsonElement end = (await service.EndAsync("job1").WaitAsync(TimeSpan.FromSeconds(30))).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.GetProperty("status").GetString(), Is.EqualTo(status), end.GetRawText());
            Assert.That(service.Serverless.Jobs.Single().ErrorCode, Is.EqualTo(status == "Failed" ? "PreemptionError" : null));
            Assert.That(Read(service, "azureml", "ExperimentRun/dcid.job1/user_logs/std_log.txt"), Does.EndWith(log));
        }
    }

    [Test]
    public void UseLocalProcesses_Twice_IsRefused()
    {
        using var serverless = new InMemoryServerless();
        serverless.UseLocalProcesses();

        Assert.That(() => serverless.UseLocalProcesses(), Throws.InvalidOperationException.With.Message.Contains("Call it once"));
    }

    private static string? Read(RawService service, string container, string path) =>
        service.Engine.Files.Artifacts.Name == container && service.Engine.Files.Artifacts.TryGet(path) is { } blob ? FakeHost.Read(blob.Content) : null;

    private static IEnumerable<string> FilesUnder(RawService service, string uri) => service.Engine.Data.Read(uri).Select(static file => file.RelativePath);
}
