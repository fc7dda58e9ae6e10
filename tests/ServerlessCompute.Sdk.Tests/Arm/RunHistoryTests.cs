using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class RunHistoryTests
{
    private const string RecordedDetails =
        "runId runUuid parentRunUuid rootRunUuid target status parentRunId dataContainerId createdTimeUtc startTimeUtc endTimeUtc error warnings tags properties parameters services inputDatasets outputDatasets runDefinition logFiles jobCost revision runTypeV2 settings computeRequest compute createdBy computeDuration effectiveStartTimeUtc runNumber rootRunId userId statusRevision currentComputeTime lastStartTimeUtc lastModifiedBy lastModifiedUtc duration inputs outputs currentAttemptId";

    private const string RecordedRun =
        "runNumber rootRunId createdUtc createdBy userId token tokenExpiryTimeUtc error warnings revision statusRevision runUuid parentRunUuid rootRunUuid lastStartTimeUtc currentComputeTime computeDuration effectiveStartTimeUtc lastModifiedBy lastModifiedUtc duration cancelationReason currentAttemptId runId parentRunId experimentId status startTimeUtc endTimeUtc scheduleId displayName name dataContainerId description hidden runType runTypeV2 properties parameters actionUris scriptName target uniqueChildRunComputeTargets tags settings services inputDatasets outputDatasets runDefinition jobSpecification primaryMetricName createdFrom cancelUri completeUri diagnosticsUri computeRequest compute retainForLifetimeOfWorkspace queueingInfo inputs outputs";

    [Test]
    public async Task Details_HaveTheRecordedMembers()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        JsonElement details = (await service.EndAsync("job1")).Json;

        using (Assert.EnterMultipleScope())
        {
            // queueingInfo is recorded on runs; it is given here too.
            Assert.That(RawAnswer.Names(details).Except(["queueingInfo"]), Is.EquivalentTo(RecordedDetails.Split(' ')));
            Assert.That(details.GetProperty("duration").GetString(), Does.Match("^00:\\d\\d:\\d\\d$"));
            Assert.That(details.GetProperty("compute").GetProperty("instanceType").GetString(), Is.EqualTo("Standard_D4_v3"));
        }
    }

    [Test]
    public async Task Run_HasTheRecordedMembers()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        JsonElement run = (await service.SendAsync("GET", $"{service.History}/experiments/Default/runs/job1")).Json;

        Assert.That(RawAnswer.Names(run), Is.EquivalentTo(RecordedRun.Split(' ')));
    }

    [Test]
    [Category("S51")]
    public async Task LogFiles_OfARun_AreReadFromWhereTheReaderIs()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static async ctx =>
        {
            ctx.Log("first");
            await ctx.DelayAsync(TimeSpan.FromHours(1));
            ctx.Log("second");
        });
        await service.PutJobAsync("job1");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        string url = (await service.DetailsAsync("job1")).Json.GetProperty("logFiles").GetProperty("user_logs/std_log.txt").GetString()!;

        RawAnswer whole = await RangeAsync(service, url, 0);
        RawAnswer nothingNew = await RangeAsync(service, url, 6);
        await service.EndAsync("job1");
        RawAnswer rest = await RangeAsync(service, url, 6);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((whole.Status, whole.Text, whole.Header("Content-Range")), Is.EqualTo((206, "first\n", "bytes 0-5/6")));
            Assert.That((nothingNew.Status, nothingNew.Header("Content-Range")), Is.EqualTo((416, "bytes */6")));
            Assert.That((rest.Status, rest.Text), Is.EqualTo((206, "second\n")));
        }
    }

    [Test]
    public async Task Blob_WithoutASignature_IsRefused()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");
        await service.EndAsync("job1");
        string url = (await service.DetailsAsync("job1")).Json.GetProperty("logFiles").GetProperty("user_logs/std_log.txt").GetString()!;

        EngineResponse answer = await service.Engine.FrontDesk.HandleAsync(new EngineRequest("GET", new Uri(url.Split('?')[0]), [], default));

        Assert.That(answer.Status, Is.AnyOf(401, 403, 404, 409));
    }

    [Test]
    public async Task Wait_ThatRunsOut_AnswersWithWhatIs()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromDays(1)));
        await service.PutJobAsync("job1");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        int seen = (await service.DetailsAsync("job1")).Json.GetProperty("revision").GetInt32();
        DateTimeOffset before = service.Serverless.Now;

        RawAnswer answer = await service.DetailsAsync("job1", "wait=60", seen);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Json.GetProperty("revision").GetInt32(), Is.EqualTo(seen));
            Assert.That(service.Serverless.Now - before, Is.EqualTo(TimeSpan.FromSeconds(60)));
            Assert.That(answer.Header("Preference-Applied"), Is.EqualTo("wait"));
        }
    }

    [Test]
    public async Task Wait_WithoutWhatWasSeen_AnswersAtOnce()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        await service.DetailsAsync("job1", "wait=60");

        Assert.That(service.Serverless.Now, Is.EqualTo(service.Serverless.Options.StartTime));
    }

    [Test]
    public async Task Wait_OnAFinishedRun_AnswersAtOnce()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");
        int seen = (await service.EndAsync("job1")).Json.GetProperty("revision").GetInt32();
        DateTimeOffset before = service.Serverless.Now;

        await service.DetailsAsync("job1", "wait=3600", seen);

        Assert.That(service.Serverless.Now, Is.EqualTo(before));
    }

    [Test]
    public async Task Wait_WhileAnotherRequestIsOpen_KeepsTimeStanding()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");
        service.Engine.Pacemaker.OpenRequest();

        Task<RawAnswer> end = service.EndAsync("job1");
        bool held = !end.IsCompleted;
        DateTimeOffset meanwhile = service.Serverless.Now;
        service.Engine.Pacemaker.CloseRequest();
        await end;

        Assert.That((held, meanwhile), Is.EqualTo((true, service.Serverless.Options.StartTime)));
    }

    [Test]
    public async Task Wait_RequestGoneAway_LeavesNothingBehind()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual });
        await service.PutJobAsync("job1");
        using var gone = new CancellationTokenSource();

        Task<RawAnswer> end = service.DetailsAsync("job1", "wait=60; until=terminal", cancellationToken: gone.Token);
        await gone.CancelAsync();

        Assert.That(async () => await end, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(service.Engine.Jobs.InOrder[0].Waits?.Count ?? 0, Is.Zero);
    }

    [Test]
    public async Task Wait_ManualClock_IsHeldUntilTimeIsMoved()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual });
        await service.PutJobAsync("job1");

        Task<RawAnswer> change = service.DetailsAsync("job1", "wait=60", (await service.DetailsAsync("job1")).Json.GetProperty("revision").GetInt32());
        bool held = !change.IsCompleted;
        service.Serverless.Advance(TimeSpan.FromSeconds(4));

        Assert.That((held, (await change).Json.GetProperty("status").GetString()), Is.EqualTo((true, "Queued")));
    }

    [Test]
    public async Task Waits_OfManyClients_AllEnd()
    {
        using var service = new RawService();

        JsonElement[] ends = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            await service.PutJobAsync($"job{i}");
            return (await service.EndAsync($"job{i}")).Json;
        })));

        Assert.That(ends.Select(static e => e.GetProperty("status").GetString()), Has.All.EqualTo("Completed"));
    }

    [Test]
    public async Task AdvanceOnRead_PlainPolling_SeesTheJobEnd()
    {
        using var service = new RawService(new InMemoryServerlessOptions { AdvanceOnRead = true });
        await service.PutJobAsync("job1");

        int reads = 0;
        while (await service.StatusAsync("job1") != "Completed")
        {
            Assert.That(++reads, Is.LessThan(20));
        }

        Assert.That(reads, Is.GreaterThan(2));
    }

    [Test]
    public async Task Patch_MergesTagsAndArchives()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1", RawService.CommandBody(more: "\"experimentName\":\"e\",\"tags\":{\"a\":\"1\",\"b\":\"2\"}"));

        RawAnswer patch = await service.SendAsync("PATCH", $"{service.History}/experiments/e/runs/job1", """{"hidden":true,"displayName":"new","description":"d","tags":{"b":"3","c":"4"},"properties":{"p":"q"}}""");
        JsonElement job = (await service.ArmAsync("GET", "jobs/job1")).Properties;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((patch.Status, patch.Json.GetProperty("hidden").GetBoolean()), Is.EqualTo((200, true)));
            Assert.That(job.GetProperty("tags").ToString(), Is.EqualTo("""{"a":"1","b":"3","c":"4"}"""));
            Assert.That(job.GetProperty("isArchived").GetBoolean());
            Assert.That((job.GetProperty("displayName").GetString(), job.GetProperty("description").GetString()), Is.EqualTo(("new", "d")));
            Assert.That(job.GetProperty("properties").GetProperty("p").GetString(), Is.EqualTo("q"));
        }
    }

    [Test]
    public async Task Unknown_Run_IsTheDataPlanesError()
    {
        using var service = new RawService();

        RawAnswer answer = await service.DetailsAsync("nobody", "wait=60; until=terminal");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(404));
            Assert.That(RawAnswer.Names(answer.Json), Is.EqualTo(new[] { "error", "correlation", "environment", "location", "time", "componentName" }));
            Assert.That(
                RawAnswer.Names(answer.Error),
                Is.EqualTo(new[] { "code", "severity", "message", "messageFormat", "messageParameters", "referenceCode", "detailsUri", "target", "details", "innerError", "debugInfo", "additionalInfo" }));
        }
    }

    [Test]
    public async Task RunData_Outputs_LeadToTheirFiles()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.WriteOutput("model", "m.bin", "x"));
        await service.PutJobAsync("job1", RawService.CommandBody(more: "\"outputs\":{\"model\":{\"jobOutputType\":\"custom_model\"},\"own\":{\"jobOutputType\":\"uri_folder\",\"uri\":\"azureml://datastores/workspaceblobstore/paths/out/${{name}}/\"}}"));
        await service.EndAsync("job1");

        JsonElement outputs = (await service.SendAsync("POST", $"{service.History}/rundata", """{"runId":"job1","selectRunMetadata":true}""")).Json.GetProperty("runMetadata").GetProperty("outputs");
        string id = outputs.GetProperty("model").GetProperty("assetId").GetString()!;
        string own = outputs.GetProperty("own").GetProperty("assetId").GetString()!;
        JsonElement values = (await service.SendAsync(
            "POST",
            $"{service.Engine.Workspace.ApiEndpoint}/data/v1.0{service.Workspace}/dataversion/batchGetResolvedUris?api-version=1.5.0",
            JsonSerializer.Serialize(new Dictionary<string, string[]> { ["values"] = [id, own, "azureml://locations/x/workspaces/y/data/nothing/versions/1"] }))).Json.GetProperty("values");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RawAnswer.Names(outputs), Is.EqualTo(new[] { "default", "model", "own" }));
            Assert.That(id, Is.EqualTo($"azureml://locations/eastus/workspaces/{service.Engine.Workspace.WorkspaceId}/data/azureml_job1_output_data_model/versions/1"));
            Assert.That(outputs.GetProperty("model").GetProperty("type").GetString(), Is.EqualTo("CustomModel"));
            Assert.That(RawAnswer.Names(values), Is.EqualTo(new[] { id, own }));
            Assert.That(
                values.GetProperty(id).GetProperty("uri").GetString(),
                Is.EqualTo("azureml://subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/in-memory/workspaces/serverless/datastores/workspaceblobstore/paths/azureml/job1/model/"));
            Assert.That(values.GetProperty(own).GetProperty("uri").GetString(), Does.EndWith("/paths/out/job1/"));
            Assert.That(service.Engine.Data.Read(id).Single().RelativePath, Is.EqualTo("m.bin"));
        }
    }

    [Test]
    public async Task Artifacts_OfARun_AreListedWithTheirAddresses()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.WriteArtifact("outputs/a.txt", "A"));
        await service.PutJobAsync("job1");
        await service.EndAsync("job1");

        JsonElement list = (await service.SendAsync("GET", $"{service.History}/experiments/Default/runs/job1/artifacts")).Json.GetProperty("value");
        JsonElement content = (await service.SendAsync("GET", $"{service.History}/experiments/Default/runs/job1/artifacts/contentinfo?path=outputs/a.txt")).Json;
        EngineResponse blob = await service.Engine.FrontDesk.HandleAsync(new EngineRequest("GET", new Uri(content.GetProperty("contentUri").GetString()!), [], default));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.EnumerateArray().Select(static a => a.GetProperty("path").GetString()), Is.EqualTo(new[] { "outputs/a.txt" }));
            Assert.That(Encoding.UTF8.GetString(blob.Body.Span), Is.EqualTo("A"));
        }
    }

    [Test]
    [Category("S52")]
    public async Task Metrics_AreReadThroughMlflow()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.LogMetric("accuracy", 0.97, 3));
        await service.PutJobAsync("job1");
        await service.EndAsync("job1");

        RawAnswer answer = await service.SendAsync("GET", $"{service.Engine.Workspace.ApiEndpoint}/mlflow/v1.0{service.Workspace}/api/2.0/mlflow/metrics/get-history?run_id=job1&metric_key=accuracy");

        JsonElement metric = answer.Json.GetProperty("metrics")[0];
        Assert.That((metric.GetProperty("value").GetDouble().ToString(CultureInfo.InvariantCulture), metric.GetProperty("step").GetInt64()), Is.EqualTo(("0.97", 3L)));
    }

    private static async Task<RawAnswer> RangeAsync(RawService service, string url, int from) =>
        new(await service.Engine.FrontDesk.HandleAsync(new EngineRequest("GET", new Uri(url), [new("Range", $"bytes={from}-")], default)));
}
