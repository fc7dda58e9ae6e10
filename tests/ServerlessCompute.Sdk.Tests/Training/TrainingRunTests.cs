using System.Net;
using System.Text.Json;

namespace ServerlessCompute;

internal sealed class TrainingRunTests
{
    [Test]
    public async Task Log_OutsideAJob_DoesNothingAndSaysSoOnce()
    {
        using var tracking = new FakeTracking();
        await using TrainingRun run = tracking.Run(("MLFLOW_RUN_ID", ""));

        run.LogMetric("loss", 1);
        run.LogParameter("lr", 0.1);
        await run.LogTextAsync("text", "a.txt");
        await run.FlushAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.IsInsideJob, Is.False);
            Assert.That(tracking.Calls, Is.Empty);
            Assert.That(
                tracking.Errors.ToString().TrimEnd(),
                Is.EqualTo("TrainingRun: nothing is recorded: this process is not part of a job (MLFLOW_RUN_ID and AZUREML_RUN_ID are not set). Run the code as a job, or set MLFLOW_TRACKING_URI and MLFLOW_RUN_ID to a run of an MLflow server."));
        }
    }

    [TestCase("", "MLFLOW_TRACKING_URI is not set")]
    [TestCase("file:///mlruns", "MLFLOW_TRACKING_URI is 'file:///mlruns', which is neither")]
    [TestCase("azureml://host/no/workspace", "which is neither")]
    [TestCase("databricks", "which is neither")]
    public void Log_TrackingUriThatIsNotHttp_SaysWhich(string uri, string expected)
    {
        using var tracking = new FakeTracking();

        tracking.Run(("MLFLOW_TRACKING_URI", uri)).LogMetric("loss", 1);

        Assert.That(tracking.Errors.ToString(), Does.Contain(expected));
    }

    [Test]
    public async Task Log_AllKinds_GoInOneBatchWithTheToken()
    {
        using var tracking = new FakeTracking();
        await using TrainingRun run = tracking.Run();

        run.LogMetrics([new("loss", 0.5), new("accuracy", 0.9)], step: 3);
        run.LogMetric("nan", double.NaN);
        run.LogMetric("inf", double.NegativeInfinity);
        run.LogParameters([new("lr", 0.001), new("shuffle", true)]);
        run.SetTag("stage", "test");
        await run.FlushAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tracking.Calls.Select(static call => (call.Method, call.Uri, call.Token)), Is.All.EqualTo(("POST", "http://127.0.0.1:5000/api/2.0/mlflow/runs/log-batch", "Bearer secret-token")));
            Assert.That(tracking.Batches.Select(static batch => batch.GetProperty("run_id").GetString()), Is.All.EqualTo("job-1"));
            Assert.That(
                string.Concat(All(tracking, "metrics").Select(static metric => metric.GetRawText())),
                Is.EqualTo("""{"key":"loss","value":0.5,"timestamp":1700000000000,"step":3}{"key":"accuracy","value":0.9,"timestamp":1700000000000,"step":3}{"key":"nan","value":"NaN","timestamp":1700000000000,"step":0}{"key":"inf","value":"-Infinity","timestamp":1700000000000,"step":0}"""));
            Assert.That(string.Concat(All(tracking, "params").Select(static metric => metric.GetRawText())), Is.EqualTo("""{"key":"lr","value":"0.001"}{"key":"shuffle","value":"True"}"""));
            Assert.That(string.Concat(All(tracking, "tags").Select(static metric => metric.GetRawText())), Is.EqualTo("""{"key":"stage","value":"test"}"""));
            Assert.That(tracking.Errors.ToString(), Is.Empty);
        }
    }

    [Test]
    public async Task Log_ServicesTrackingUri_BecomesHttps()
    {
        const string Workspace = "subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";
        using var tracking = new FakeTracking();
        await using TrainingRun run = tracking.Run(("MLFLOW_TRACKING_URI", $"azureml://eastus.api.azureml.ms/mlflow/v1.0/{Workspace}?"));

        run.LogMetric("loss", 1);
        await run.FlushAsync();

        Assert.That(tracking.Calls.Single().Uri, Is.EqualTo($"https://eastus.api.azureml.ms/mlflow/v1.0/{Workspace}/api/2.0/mlflow/runs/log-batch"));
    }

    [Test]
    public async Task Log_ManyFromManyThreads_AllArriveInOrderInBatchesMlflowTakes()
    {
        using var tracking = new FakeTracking();
        await using TrainingRun run = tracking.Run();

        Parallel.For(0, 4, thread =>
        {
            for (int step = 0; step < 1500; step++)
            {
                run.LogMetric($"m{thread}", step, step);
            }

            run.LogParameters(Enumerable.Range(0, 60).Select(i => KeyValuePair.Create($"p{thread}.{i}", (object)i)));
        });
        await run.FlushAsync();

        using (Assert.EnterMultipleScope())
        {
            foreach (IGrouping<string, long> series in All(tracking, "metrics").GroupBy(static metric => metric.GetProperty("key").GetString()!, static metric => metric.GetProperty("step").GetInt64()))
            {
                Assert.That(series, Is.EqualTo(Enumerable.Range(0, 1500)), series.Key);
            }

            Assert.That(All(tracking, "params").Count(), Is.EqualTo(240));
            Assert.That(tracking.Batches.Max(static batch => batch.GetProperty("params").GetArrayLength()), Is.LessThanOrEqualTo(100));
            Assert.That(tracking.Batches.Max(static batch => batch.GetProperty("metrics").GetArrayLength() + batch.GetProperty("params").GetArrayLength()), Is.LessThanOrEqualTo(1000));
        }
    }

    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(null)]
    public async Task Log_ServiceIsBusyForAWhile_ArrivesOnceWithoutAWord(HttpStatusCode? fault)
    {
        int calls = 0;
        using var tracking = new FakeTracking { Answer = (_, _) => Interlocked.Increment(ref calls) > 5 ? null : fault is { } status ? new HttpResponseMessage(status) : throw new HttpRequestException("gone") };
        await using TrainingRun run = tracking.Run();

        run.LogMetric("loss", 1);
        await run.FlushAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tracking.Calls, Has.Count.EqualTo(6));
            Assert.That(tracking.Errors.ToString(), Is.Empty);
        }
    }

    [Test]
    public async Task Log_ServiceIsGone_IsReportedOnceAndTrainingGoesOn()
    {
        using var tracking = new FakeTracking { Answer = static (_, _) => throw new HttpRequestException("No connection could be made.") };
        await using TrainingRun run = tracking.Run();

        for (int step = 0; step < 50; step++)
        {
            run.LogMetric("loss", step, step);
            await run.FlushAsync();
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tracking.Errors.ToString().TrimEnd().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(tracking.Errors.ToString(), Does.Contain("'loss' could not be logged: 127.0.0.1:5000 cannot be reached: No connection could be made.").And.Not.Contain("secret-token"));
            Assert.That(tracking.Calls, Has.Count.EqualTo(9 + 49), "patience with the first, one look for each further one");
        }
    }

    [Test]
    public async Task Log_OneEntryIsRefused_TheOthersAreKept()
    {
        using var tracking = new FakeTracking
        {
            Answer = static (_, body) => body.Contains("\"bad\"", StringComparison.Ordinal)
                ? FakeTracking.Json("""{"error_code":"INVALID_PARAMETER_VALUE","message":"A parameter cannot change."}""", HttpStatusCode.BadRequest)
                : null,
        };
        await using TrainingRun run = tracking.Run();

        run.LogParameters([new("a", 1), new("bad", 2), new("b", 3), new("c", 4)]);
        await run.FlushAsync();

        using (Assert.EnterMultipleScope())
        {
            IEnumerable<string> accepted = tracking.Batches.Where(static batch => !batch.GetRawText().Contains("\"bad\"", StringComparison.Ordinal))
                .SelectMany(static batch => batch.GetProperty("params").EnumerateArray().Select(static parameter => parameter.GetProperty("key").GetString()!));
            Assert.That(accepted, Is.EqualTo(["a", "b", "c"]));
            Assert.That(tracking.Errors.ToString(), Does.Contain("'bad' could not be logged: 400 Bad Request. A parameter cannot change."));
        }
    }

    [Test]
    public async Task Log_AfterDisposal_IsReportedOnce()
    {
        using var tracking = new FakeTracking();
        TrainingRun run = tracking.Run();
        run.LogMetric("before", 1);
        await run.DisposeAsync();

        run.LogMetric("after", 1);
        run.LogMetric("after", 2);
        await run.FlushAsync();
        await run.DisposeAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(All(tracking, "metrics").Select(static metric => metric.GetProperty("key").GetString()), Is.EqualTo(["before"]));
            Assert.That(tracking.Errors.ToString().TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task LogArtifact_MlflowServer_GoesThroughItsProxy()
    {
        using var tracking = new FakeTracking { Answer = static (request, _) => request.Method == HttpMethod.Get ? FakeTracking.Json("""{"run":{"info":{"artifact_uri":"mlflow-artifacts:/exp/job-1/artifacts"}}}""") : null };
        await using TrainingRun run = tracking.Run();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sc-artifact-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "model", "deep"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "model", "a b.bin"), "A");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "model", "deep", "c.bin"), "C");

            await run.LogArtifactAsync(Path.Combine(folder.FullName, "model"), "out");
            await run.LogTextAsync("hello", "notes/n.txt");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        const string Root = "http://127.0.0.1:5000/api/2.0/mlflow-artifacts/artifacts/exp/job-1/artifacts/";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tracking.Calls.Where(static call => call.Method is "PUT").Select(static call => (call.Uri, call.Body, call.Token)), Is.EqualTo(
                [(Root + "out/model/a%20b.bin", "A", "Bearer secret-token"), (Root + "out/model/deep/c.bin", "C", "Bearer secret-token"), (Root + "notes/n.txt", "hello", "Bearer secret-token")]));
            Assert.That(tracking.Calls.Count(static call => call.Method is "GET"), Is.EqualTo(1));
            Assert.That(tracking.Errors.ToString(), Is.Empty);
        }
    }

    [Test]
    public async Task LogArtifact_Service_RegistersItAndUploadsWithoutTheToken()
    {
        const string Workspace = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";
        using var tracking = new FakeTracking
        {
            Answer = static (request, _) => request.Method == HttpMethod.Post
                ? FakeTracking.Json("""{"artifactContentInformation":{"n.txt":{"contentUri":"https://a.blob.core.windows.net/azureml/n.txt?sig=x"}}}""")
                : new HttpResponseMessage(HttpStatusCode.Created),
        };
        await using TrainingRun run = tracking.Run(("MLFLOW_TRACKING_URI", $"azureml://eastus.api.azureml.ms/mlflow/v1.0{Workspace}"));

        await run.LogTextAsync("hello", "n.txt");

        Assert.That(tracking.Calls, Is.EqualTo(
            new (string, string, string?, string)[]
            {
                ("POST", $"https://eastus.api.azureml.ms/artifact/v2.0{Workspace}/artifacts/ExperimentRun/dcid.job-1/batch/metadata", "Bearer secret-token", """{"paths":[{"path":"n.txt"}]}"""),
                ("PUT", "https://a.blob.core.windows.net/azureml/n.txt?sig=x", null, "hello"),
            }));
    }

    [Test]
    public async Task LogArtifact_StoreItCannotWriteTo_IsReported()
    {
        using var tracking = new FakeTracking { Answer = static (_, _) => FakeTracking.Json("""{"run":{"info":{"artifact_uri":"s3://bucket/x"}}}""") };
        await using TrainingRun run = tracking.Run();

        await run.LogTextAsync("hello", "n.txt");

        Assert.That(tracking.Errors.ToString(), Does.Contain("'n.txt' could not be uploaded: the run keeps its artifacts at 's3://bucket/x'"));
    }

    [Test]
    public void LogArtifact_NoSuchFile_IsTheCallersMistake()
    {
        using var tracking = new FakeTracking();

        Assert.That(() => tracking.Run().LogArtifactAsync("no-such-file"), Throws.TypeOf<FileNotFoundException>());
    }

    private static IEnumerable<JsonElement> All(FakeTracking tracking, string kind) => tracking.Batches.SelectMany(batch => batch.GetProperty(kind).EnumerateArray());
}
