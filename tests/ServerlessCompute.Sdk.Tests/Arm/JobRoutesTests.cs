using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class JobRoutesTests
{
    private const string ServerlessBody = """
        {"properties":{"properties":{},"tags":{},"displayName":"test_dataset_display_name1","experimentName":"mfe-test1-dataset",
        "identity":{"identityType":"AMLToken"},"isArchived":false,"jobType":"Command","command":"pip freeze",
        "environmentId":"azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33","environmentVariables":{},
        "inputs":{"testdataset":{"mode":"ReadOnlyMount","uri":"azureml://datastores/workspaceblobstore/paths/LocalUpload/0/data/","jobInputType":"uri_folder"}},
        "outputs":{},"queueSettings":{"jobTier":"Standard"}}}
        """;

    // The recorded answer to that body, 2025-01-01-preview (x001); ids and times are ours.
    private const string RecordedProperties = """
        {"description":null,"tags":{},"properties":{"_azureml.ComputeTargetType":"amlctrain","_azureml.ClusterName":null},"parentJobName":null,
        "displayName":"test_dataset_display_name1","status":"Starting","experimentName":"mfe-test1-dataset",
        "services":{"Tracking":{"jobServiceType":"Tracking","port":null,"endpoint":"azureml://eastus.api.azureml.ms/mlflow/v1.0{ws}?","status":null,"errorMessage":null,"properties":null,"nodes":null},
        "Studio":{"jobServiceType":"Studio","port":null,"endpoint":"https://ml.azure.com/runs/job1?wsid=/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/in-memory/workspaces/serverless","status":null,"errorMessage":null,"properties":null,"nodes":null}},
        "computeId":null,"isArchived":false,"identity":{"identityType":"AMLToken"},"componentId":null,"notificationSetting":null,"jobType":"Command",
        "resources":{"instanceCount":1,"instanceType":null,"properties":null,"shmSize":"2g","dockerArgs":null,"dockerArgsList":null},
        "codeId":null,"command":"pip freeze","environmentId":"azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33",
        "inputs":{"testdataset":{"description":null,"uri":"azureml://datastores/workspaceblobstore/paths/LocalUpload/0/data/","mode":"ReadOnlyMount","jobInputType":"uri_folder"}},
        "outputs":{"default":{"description":null,"uri":"azureml://datastores/workspaceartifactstore/ExperimentRun/dcid.job1","assetName":null,"mode":"ReadWriteMount","jobOutputType":"uri_folder"}},
        "distribution":null,"limits":null,"environmentVariables":{},"parameters":{},"queueSettings":{"jobTier":"Standard"}}
        """;

    [Test]
    [Category("S43")]
    public async Task Put_RecordedBody_IsAnsweredAsRecorded()
    {
        using var service = new RawService();

        RawAnswer answer = await service.ArmAsync("PUT", "jobs/job1", ServerlessBody, "2025-01-01-preview");

        JsonElement expected = JsonElement.Parse(RecordedProperties.Replace("{ws}", service.Workspace, StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonElement.DeepEquals(answer.Properties, expected), answer.Text);
            Assert.That(RawAnswer.Names(answer.Properties), Is.EqualTo(RawAnswer.Names(expected)), "order");
            Assert.That(RawAnswer.Names(answer.Json), Is.EqualTo(new[] { "id", "name", "type", "properties", "systemData" }));
            Assert.That(RawAnswer.Names(answer.Json.GetProperty("systemData")), Is.EqualTo(new[] { "createdAt", "createdBy", "createdByType" }));
            Assert.That(answer.Json.GetProperty("systemData").GetProperty("createdAt").GetString(), Is.EqualTo("2026-01-05T09:00:00.0000000+00:00"));
        }
    }

    // x014: the stable version has none of the extras.
    private const string StableNames =
        "description tags properties displayName status experimentName services computeId isArchived identity componentId notificationSetting jobType resources codeId command environmentId inputs outputs distribution limits environmentVariables parameters queueSettings";

    [TestCase("2024-04-01", StableNames, "instanceCount instanceType properties shmSize dockerArgs", "description uri mode jobOutputType", "jobTier")]
    [TestCase("2024-01-01-preview", "description tags properties displayName status experimentName services computeId isArchived identity componentId notificationSetting secretsConfiguration jobType resources codeId command environmentId inputs outputs distribution autologgerSettings limits environmentVariables parameters queueSettings", "instanceCount maxInstanceCount instanceType locations properties shmSize dockerArgs", "description uri assetName assetVersion mode pathOnCompute autoDeleteSetting jobOutputType", "jobTier priority")]
    [TestCase("2025-12-01", StableNames, "instanceCount instanceType properties shmSize dockerArgs dockerArgsList", "description uri assetName mode jobOutputType", "jobTier")]
    [Category("S43")]
    public async Task Get_ByApiVersion_HasTheRecordedMembers(string version, string members, string resources, string output, string queue)
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        JsonElement properties = (await service.ArmAsync("GET", "jobs/job1", version: version)).Properties;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RawAnswer.Names(properties), Is.EqualTo(members.Split(' ')));
            Assert.That(RawAnswer.Names(properties.GetProperty("resources")), Is.EqualTo(resources.Split(' ')));
            Assert.That(RawAnswer.Names(properties.GetProperty("outputs").GetProperty("default")), Is.EqualTo(output.Split(' ')));
            Assert.That(RawAnswer.Names(properties.GetProperty("queueSettings")), Is.EqualTo(queue.Split(' ')));
        }
    }

    [Test]
    [Category("S43")]
    public async Task Get_CompletedJob_HasTheServicesTagsAndProperties()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");
        await service.EndAsync("job1");

        JsonElement properties = (await service.ArmAsync("GET", "jobs/job1")).Properties;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                RawAnswer.Names(properties.GetProperty("properties")),
                Is.EqualTo(new[] { "_azureml.ComputeTargetType", "_azureml.ClusterName", "ProcessInfoFile", "ProcessStatusFile", "StartTimeUtc", "EndTimeUtc" }));
            Assert.That(
                properties.GetProperty("tags").GetProperty("_aml_system_ComputeTargetStatus").GetString(),
                Is.EqualTo("{\"AllocationState\":\"steady\",\"PreparingNodeCount\":0,\"RunningNodeCount\":0,\"CurrentNodeCount\":0}"));
            Assert.That(properties.GetProperty("properties").GetProperty("StartTimeUtc").GetString(), Does.Match("^2026-01-05 09:\\d\\d:\\d\\d$"));
        }
    }

    [Test]
    public async Task Arm_EveryAnswer_HasTheRecordedHeaders()
    {
        using var service = new RawService();

        RawAnswer answer = await service.PutJobAsync("job1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-cache"));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
            Assert.That(answer.Header("Strict-Transport-Security"), Is.EqualTo("max-age=31536000; includeSubDomains"));
            Assert.That(answer.Header("x-ms-response-type"), Is.EqualTo("standard"));
            Assert.That(answer.Header("x-ms-routing-request-id"), Is.EqualTo($"EASTUS:20260105T090000Z:{answer.Header("x-ms-correlation-request-id")}"));
            Assert.That(answer.Header("Date"), Is.EqualTo("Mon, 05 Jan 2026 09:00:00 GMT"));
            Assert.That(answer.Header("Retry-After"), Is.Null);
            Assert.That(answer.Header("ETag"), Is.Null);
        }
    }

    [Test]
    public async Task Get_UnknownJob_IsTheRecordedError()
    {
        using var service = new RawService();

        RawAnswer answer = await service.ArmAsync("GET", "jobs/nobody");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(404));
            Assert.That(answer.Error.GetProperty("code").GetString(), Is.EqualTo("UserError"));
            Assert.That(answer.Error.GetProperty("message").GetString(), Is.EqualTo("Job nobody not found."));
            Assert.That(answer.Error.GetProperty("details").GetArrayLength(), Is.Zero);
            Assert.That(
                answer.Error.GetProperty("additionalInfo").EnumerateArray().Select(static i => i.GetProperty("type").GetString()),
                Is.EqualTo(new[] { "ComponentName", "Correlation", "Environment", "Location", "Time", "InnerError", "MessageFormat", "MessageParameters" }));
            Assert.That(answer.InnerCode, Is.EqualTo("JobNotFound"));
            Assert.That(answer.Header("x-ms-response-type"), Is.EqualTo("error"));
        }
    }

    [Test]
    [Category("S41")]
    public async Task Put_Again_ChangesTagsAndDoesNotRunAgain()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1", RawService.CommandBody(more: "\"tags\":{\"a\":\"1\"}"));
        await service.EndAsync("job1");
        int events = service.Serverless.History.Count;

        RawAnswer answer = await service.PutJobAsync("job1", RawService.CommandBody(more: "\"tags\":{\"b\":\"2\"},\"description\":\"new\""));
        await service.Serverless.RunUntilIdleAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That(answer.Header("Location"), Is.Null);
            Assert.That(RawAnswer.Names(answer.Properties.GetProperty("tags")), Is.EqualTo(new[] { "b", "_aml_system_ComputeTargetStatus" }));
            Assert.That(answer.Properties.GetProperty("description").GetString(), Is.EqualTo("new"));
            Assert.That(answer.Properties.GetProperty("status").GetString(), Is.EqualTo("Completed"));
            Assert.That(service.Serverless.History, Has.Count.EqualTo(events));
        }
    }

    [Test]
    [Category("S41")]
    public async Task Put_TheWholeAnswerBack_IsAnUpdate()
    {
        using var service = new RawService();
        RawAnswer first = await service.ArmAsync("PUT", "jobs/job1", ServerlessBody, "2024-01-01-preview");

        RawAnswer answer = await service.ArmAsync("PUT", "jobs/job1", first.Text, "2024-01-01-preview");

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("echo other", "", "command")]
    [TestCase("echo hi", "\"displayName\":\"new\"", "displayName")]
    [TestCase("echo hi", "\"resources\":{\"instanceCount\":2}", "resources")]
    [TestCase("echo hi", "\"experimentName\":\"else\"", "experimentName")]
    [Category("S41")]
    public async Task Put_AnImmutableMemberChanged_IsRefused(string command, string more, string member)
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        RawAnswer answer = await service.PutJobAsync("job1", RawService.CommandBody(command, more));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(400));
            Assert.That(answer.Error.GetProperty("message").GetString(), Does.Contain($"\"{member}\" is immutable"));
            Assert.That(answer.InnerCode, Is.EqualTo("UpdateJobFailed"));
        }
    }

    [Test]
    [Category("S42")]
    public async Task Cancel_LiveJob_AnswersAsRecordedAndEndsCanceled()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        RawAnswer cancel = await service.ArmAsync("POST", "jobs/job1/cancel");
        string status = await service.StatusAsync("job1");
        string operation = cancel.Header("Location")!;
        RawAnswer poll = await service.SendAsync("GET", operation);
        await service.EndAsync("job1");
        RawAnswer done = await service.SendAsync("GET", operation);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cancel.Status, Is.EqualTo(202));
            Assert.That(cancel.Text, Is.EqualTo("null"));
            Assert.That(cancel.Header("x-ms-async-operation-timeout"), Is.EqualTo("PT1H"));
            Assert.That(operation, Does.StartWith("https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.MachineLearningServices/locations/eastus/mfeOperationResults/jc:"));
            Assert.That(operation, Does.EndWith(":job1?api-version=2024-04-01"));
            Assert.That(status, Is.EqualTo("CancelRequested"));
            Assert.That((poll.Status, poll.Text, poll.Header("Location")), Is.EqualTo((202, "{}", operation)));
            Assert.That((done.Status, done.Text, done.Header("Location")), Is.EqualTo((200, "", (string?)null)));
            Assert.That(await service.StatusAsync("job1"), Is.EqualTo("Canceled"));
        }
    }

    [Test]
    [Category("S42")]
    public async Task Cancel_FinishedJob_Answers200AndNothingElse()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");
        await service.EndAsync("job1");

        RawAnswer answer = await service.ArmAsync("POST", "jobs/job1/cancel");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "")));
            Assert.That(await service.StatusAsync("job1"), Is.EqualTo("Completed"));
        }
    }

    [Test]
    [Category("S41")]
    public async Task Put_OnACanceledJob_DoesNotRunItAgain()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");
        await service.ArmAsync("POST", "jobs/job1/cancel");
        await service.EndAsync("job1");

        RawAnswer answer = await service.PutJobAsync("job1");
        await service.Serverless.RunUntilIdleAsync();

        Assert.That((answer.Status, await service.StatusAsync("job1")), Is.EqualTo((200, "Canceled")));
    }

    [Test]
    public async Task Delete_FinishedJob_TakesItAway()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");
        await service.EndAsync("job1");

        int first = (await service.ArmAsync("DELETE", "jobs/job1")).Status;
        int again = (await service.ArmAsync("DELETE", "jobs/job1")).Status;

        Assert.That((first, again, (await service.ArmAsync("GET", "jobs/job1")).Status), Is.EqualTo((200, 204, 404)));
    }

    [Test]
    public async Task Delete_LiveJob_CancelsItFirst()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        RawAnswer answer = await service.ArmAsync("DELETE", "jobs/job1");
        await service.Serverless.RunUntilIdleAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(202));
            Assert.That((await service.SendAsync("GET", answer.Header("Location")!)).Status, Is.EqualTo(200));
            Assert.That((await service.ArmAsync("GET", "jobs/job1")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task List_ManyJobs_ComesInPagesNewestFirst()
    {
        using var service = new RawService();
        for (int i = 0; i < 120; i++)
        {
            await service.PutJobAsync($"job{i}");
        }

        var names = new List<string>();
        int pages = 0;
        string? url = $"{service.Arm}/jobs?api-version=2024-04-01&listViewType=ActiveOnly";
        while (url is not null)
        {
            JsonElement page = (await service.SendAsync("GET", url)).Json;
            names.AddRange(page.GetProperty("value").EnumerateArray().Select(static j => j.GetProperty("name").GetString()!));
            url = page.TryGetProperty("nextLink", out JsonElement next) ? next.GetString() : null;
            pages++;
            Assert.That(url is null || url.Contains("&$skipToken=", StringComparison.Ordinal), url);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages, Is.EqualTo(3));
            Assert.That(names, Is.EqualTo(Enumerable.Range(0, 120).Reverse().Select(static i => $"job{i}")));
        }
    }

    [TestCase("", "plain tagged")]
    [TestCase("listViewType=ArchivedOnly", "archived")]
    [TestCase("listViewType=All", "plain tagged archived")]
    [TestCase("tag=colour", "tagged")]
    [TestCase("jobType=Command", "plain tagged")]
    [TestCase("jobType=Sweep", "")]
    [TestCase("properties=team,size=2", "tagged")]
    [TestCase("properties=size=3", "")]
    public async Task List_WithFilters_ShowsWhatPasses(string query, string expected)
    {
        using var service = new RawService();
        await service.PutJobAsync("archived", RawService.CommandBody(more: "\"isArchived\":true"));
        await service.PutJobAsync("tagged", RawService.CommandBody(more: "\"tags\":{\"colour\":\"red\"},\"properties\":{\"team\":\"a\",\"size\":\"2\"}"));
        await service.PutJobAsync("plain");

        JsonElement list = (await service.ArmAsync("GET", $"jobs?{query}")).Json;

        Assert.That(string.Join(' ', list.GetProperty("value").EnumerateArray().Select(static j => j.GetProperty("name").GetString())), Is.EqualTo(expected));
    }

    [TestCase("-job")]
    [TestCase("job.1")]
    [TestCase("j b")]
    [TestCase("jöb")]
    public async Task Put_BadName_IsRefusedWithThePattern(string name)
    {
        using var service = new RawService();

        RawAnswer answer = await service.PutJobAsync(Uri.EscapeDataString(name));

        Assert.That((answer.Status, answer.Error.GetProperty("message").GetString()), Is.EqualTo((400, $"The name '{name}' is not valid. A name starts with a letter or a digit and has up to 255 letters, digits, '-' and '_' (^[a-zA-Z0-9][a-zA-Z0-9\\-_]{{0,254}}$).")));
    }

    [Test]
    public async Task Put_TooLongName_IsRefused()
    {
        using var service = new RawService();

        Assert.That(
            ((await service.PutJobAsync(new string('a', 255))).Status, (await service.PutJobAsync(new string('a', 256))).Status),
            Is.EqualTo((201, 400)));
    }

    [TestCase("/computes/serverless")]
    [TestCase("/computes/Serverless")]
    [Category("S01")]
    public async Task Put_PseudoComputeServerless_MeansNoCompute(string compute)
    {
        using var service = new RawService();

        RawAnswer answer = await service.PutJobAsync("job1", RawService.CommandBody(more: $"\"computeId\":\"{service.Workspace}{compute}\""));

        Assert.That((answer.Status, answer.Properties.GetProperty("computeId").ValueKind), Is.EqualTo((201, JsonValueKind.Null)));
    }

    [Test]
    public async Task Put_UnknownCompute_IsRefusedUnlessAllAreAdmitted()
    {
        using var strict = new RawService();
        using var lenient = new RawService(new InMemoryServerlessOptions { AdmitAnyCompute = true });
        string body = RawService.CommandBody(more: $"\"computeId\":\"{strict.Workspace}/computes/cpu-cluster\"");

        RawAnswer refused = await strict.PutJobAsync("job1", body);
        RawAnswer admitted = await lenient.PutJobAsync("job1", body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((refused.Status, refused.InnerCode), Is.EqualTo((404, "ComputeNotFound")));
            Assert.That((admitted.Status, admitted.Properties.GetProperty("computeId").GetString()), Is.EqualTo((201, $"{strict.Workspace}/computes/cpu-cluster")));
        }
    }

    [TestCase("{\"identityType\":\"Managed\"}", 201, 404)]
    [TestCase("{\"identityType\":\"Managed\",\"clientId\":\"11111111-1111-1111-1111-111111111111\"}", 201, 404)]
    [TestCase("{\"identityType\":\"UserIdentity\"}", 201, 201)]
    [Category("S05")]
    public async Task Put_ManagedIdentity_MustBeAttachedToTheWorkspace(string identity, int anyAttached, int noneAttached)
    {
        using var any = new RawService();
        using var none = new RawService(new InMemoryServerlessOptions { UserAssignedIdentities = [] });
        string body = RawService.CommandBody(more: $"\"identity\":{identity}");

        RawAnswer refused = await none.PutJobAsync("job1", body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await any.PutJobAsync("job1", body)).Status, Is.EqualTo(anyAttached));
            Assert.That(refused.Status, Is.EqualTo(noneAttached));
            if (noneAttached == 404)
            {
                Assert.That(refused.Error.GetProperty("message").GetString(), Does.StartWith("User assigned identity ").And.EndsWith(" is not attached to AML workspace serverless."));
                Assert.That(refused.InnerCode, Is.EqualTo("UserAssignedIdentityNotFound"));
            }
        }
    }

    [TestCase("Labeling")]
    [TestCase("Distillation")]
    public async Task Put_JobTypeOfNoContract_IsRefused(string type)
    {
        using var service = new RawService();

        RawAnswer answer = await service.PutJobAsync("job1", $$$"""{"properties":{"jobType":"{{{type}}}"}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.InnerCode), Is.EqualTo((400, "ArgumentInvalid")));
            Assert.That(answer.Error.GetProperty("message").GetString(), Does.Contain("is none of AutoML, Command, Pipeline, Spark, Sweep, FineTuning"));
        }
    }
}
