using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class QueueingTests
{
    private const string E4 = "\"resources\":{\"instanceType\":\"Standard_E4s_v3\"}";

    private static RawService WithRoomForTwo() => new(new InMemoryServerlessOptions { Quota = QuotaProfile.Generous.WithFamily("standardESv3Family", 8) });

    private static async Task<JsonElement> QueueingAsync(RawService service, string job) =>
        (await service.SendAsync("GET", $"{service.History}/runs/{job}")).Json.GetProperty("queueingInfo");

    private static void SubmitHours(RawService service) => service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));

    [Test]
    [Category("S22")]
    public async Task Queue_QuotaInUse_JobWaitsSaysSoAndStartsWhenItFrees()
    {
        using RawService service = WithRoomForTwo();
        SubmitHours(service);
        foreach (string job in new[] { "a", "b", "c" })
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: E4));
        }

        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        JsonElement waiting = await QueueingAsync(service, "c");
        string[] statuses = [await service.StatusAsync("a"), await service.StatusAsync("b"), await service.StatusAsync("c")];
        await service.EndAsync("c");
        InMemoryJob[] jobs = [.. service.Serverless.Jobs];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statuses, Is.EqualTo(new[] { "Running", "Running", "Queued" }));
            Assert.That(waiting.GetProperty("code").GetString(), Is.EqualTo("InsufficientAvailableNodes"));
            Assert.That(
                waiting.GetProperty("message").GetString(),
                Is.EqualTo("Job needs 1 node(s) while currently the cluster only has 0 available node(s). Waiting for quota of standardESv3Family: 4 vCPUs needed, 0 of 8 free, 0 job(s) ahead. In use by a, b."));
            Assert.That(jobs[2].StartedAt, Is.EqualTo(jobs.Take(2).Min(static j => j.EndedAt!.Value)), "it has the other's node, which is warm");
        }
    }

    [Test]
    [Category("S44")]
    public async Task Queue_NodesStarting_SaysScheduling()
    {
        using var service = new RawService();
        await service.PutJobAsync("a");

        JsonElement before = await QueueingAsync(service, "a");
        service.Serverless.Advance(TimeSpan.FromSeconds(5));
        JsonElement queued = await QueueingAsync(service, "a");
        await service.EndAsync("a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(queued.GetProperty("code").GetString(), Is.EqualTo("Scheduling"));
            Assert.That(queued.GetProperty("message").GetString(), Is.EqualTo("Job is in scheduling state"));
            Assert.That((await QueueingAsync(service, "a")).ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
    }

    [Test]
    [Category("S27")]
    public async Task Queue_OfOneFamily_IsFirstInFirstOut()
    {
        using RawService service = WithRoomForTwo();
        SubmitHours(service);
        string[] names = [.. Enumerable.Range(0, 9).Select(static i => $"job{i}")];
        foreach (string job in names)
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: E4));
        }

        await service.Serverless.RunUntilIdleAsync();

        string[] started = [.. service.Serverless.History.Where(static e => e.What is "NodesStarting" or "NodesReused").Select(static e => e.JobName)];
        Assert.That(started, Is.EqualTo(names));
    }

    [Test]
    [Category("S27")]
    public async Task Queue_JobOfAnotherFamily_OvertakesTheFullOne()
    {
        using RawService service = WithRoomForTwo();
        SubmitHours(service);
        foreach (string job in new[] { "a", "b", "c" })
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: E4));
        }

        await service.PutJobAsync("d", RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_F4s_v2\"}"));
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        Assert.That((await service.StatusAsync("c"), await service.StatusAsync("d")), Is.EqualTo(("Queued", "Running")));
    }

    [Test]
    [Category("S27")]
    public async Task Queue_LargeJobInFront_IsNotOvertakenInItsOwnQueue()
    {
        using RawService service = WithRoomForTwo();
        SubmitHours(service);
        await service.PutJobAsync("a", RawService.CommandBody(more: E4));
        await service.PutJobAsync("large", RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_E4s_v3\",\"instanceCount\":2}"));
        service.Serverless.Advance(TimeSpan.FromSeconds(10));
        await service.PutJobAsync("small", RawService.CommandBody(more: E4));
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await service.StatusAsync("large"), await service.StatusAsync("small")), Is.EqualTo(("Queued", "Queued")));
            Assert.That((await QueueingAsync(service, "small")).GetProperty("message").GetString(), Does.EndWith("Waiting for its turn: 4 vCPUs needed, 4 of 8 free, 1 job(s) ahead (large). In use by a."));
        }
    }

    [Test]
    public async Task Queue_WaitingJobCancelled_LeavesItAndTakesNothing()
    {
        using RawService service = WithRoomForTwo();
        SubmitHours(service);
        foreach (string job in new[] { "a", "b", "c" })
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: E4));
        }

        service.Serverless.Advance(TimeSpan.FromMinutes(1));
        await service.ArmAsync("POST", "jobs/c/cancel");
        await service.Serverless.RunUntilIdleAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await service.StatusAsync("c"), Is.EqualTo("Canceled"));
            Assert.That(service.Engine.Ledger.DedicatedUsed, Is.Zero);
        }
    }

    [Test]
    [Category("S31")]
    public async Task Refusal_ByDefault_FailsTheJobAfterThePut()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Quota = QuotaProfile.FreshSubscription });

        RawAnswer put = await service.PutJobAsync("a", RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_E4s_v3\",\"instanceCount\":6}"));
        JsonElement end = (await service.EndAsync("a")).Json;
        JsonElement error = end.GetProperty("error").GetProperty("error");
        JsonElement armError = (await service.ArmAsync("GET", "jobs/a")).Properties;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Status, Is.EqualTo(201));
            Assert.That(end.GetProperty("status").GetString(), Is.EqualTo("Failed"));
            Assert.That(error.GetProperty("code").GetString(), Is.EqualTo("UserError"));
            Assert.That(error.GetProperty("innerError").GetProperty("code").GetString(), Is.EqualTo("JobNodeCountExceedsCoreQuota"));
            Assert.That(error.GetProperty("message").GetString(), Does.Contain("at most 5 node(s)"));
            Assert.That(error.GetProperty("messageParameters").GetProperty("quota").GetString(), Is.EqualTo("20"));
            Assert.That(armError.TryGetProperty("error", out _), Is.False, "the ARM job carries no error");
        }
    }

    [Test]
    [Category("S31")]
    public async Task Refusal_AtPut_AnswersThePut()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Quota = QuotaProfile.FreshSubscription, RefuseAt = RefuseAt.Put });

        RawAnswer put = await service.PutJobAsync("a", RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_X9\"}"));

        Assert.That((put.Status, put.InnerCode, service.Serverless.Jobs.Count), Is.EqualTo((400, "InvalidVmSize", 0)));
    }

    [Test]
    [Category("S24")]
    public async Task Usages_WhileJobsRun_ShowTheirCores()
    {
        using var service = new RawService();
        SubmitHours(service);
        await service.PutJobAsync("a", RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_E4s_v3\",\"instanceCount\":3}"));
        await service.PutJobAsync("b", RawService.CommandBody(more: E4 + ",\"queueSettings\":{\"jobTier\":\"spot\"}"));
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        JsonElement[] rows = [.. (await service.SendAsync("GET", $"https://management.azure.com{service.Engine.Workspace.LocationPrefix}/usages?api-version=2024-04-01")).Json.GetProperty("value").EnumerateArray()];
        int Used(string name) => rows.Single(r => r.GetProperty("name").GetProperty("localizedValue").GetString() == name).GetProperty("currentValue").GetInt32();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Take(2).Select(static r => r.GetProperty("name").GetProperty("value").GetString()), Is.EqualTo(new[] { "TotalClusters", "TotalDedicatedCores" }));
            Assert.That(RawAnswer.Names(rows[0]), Is.EqualTo(new[] { "unit", "currentValue", "limit", "name", "type", "id" }));
            Assert.That(Used("Total Cluster Dedicated Regional vCPUs"), Is.EqualTo(12));
            Assert.That(Used("Standard ESv3 Family Cluster Dedicated vCPUs"), Is.EqualTo(12));
            Assert.That(Used("Total Cluster Low Priority Regional vCPUs"), Is.EqualTo(4));
            Assert.That(Used("Standard ESv3 Family Cluster LowPriority vCPUs"), Is.EqualTo(4));
            Assert.That(rows[^1].GetProperty("limit").GetInt32(), Is.EqualTo(-1));
        }
    }

    [Test]
    [Category("S24")]
    public async Task Quotas_PerFamily_HaveSubscriptionThenWorkspace()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Quota = QuotaProfile.FreshSubscription });

        JsonElement[] rows = [.. (await service.SendAsync("GET", $"https://management.azure.com{service.Engine.Workspace.LocationPrefix}/quotas?api-version=2024-04-01")).Json.GetProperty("value").EnumerateArray()];
        JsonElement[] esv3 = [.. rows.Where(static r => r.GetProperty("name").GetProperty("value").GetString() == "standardESv3Family")];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(esv3.Select(static r => r.GetProperty("limit").GetInt32()), Is.EqualTo(new[] { 20, 20 }));
            Assert.That(esv3.Select(static r => r.GetProperty("location").GetString()), Is.EqualTo(new[] { null, "eastus" }));
            Assert.That(esv3[1].GetProperty("id").GetString(), Is.EqualTo($"{service.Workspace}/quotas/standardESv3Family"));
        }
    }

    [Test]
    [Category("S29")]
    public async Task Sizes_HaveTheRecordedMembers()
    {
        using var service = new RawService();

        JsonElement size = (await service.SendAsync("GET", $"https://management.azure.com{service.Engine.Workspace.LocationPrefix}/vmSizes?api-version=2024-04-01")).Json
            .GetProperty("value").EnumerateArray().Single(static s => s.GetProperty("name").GetString() == "Standard_NC24rs_v3");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                RawAnswer.Names(size),
                Is.EqualTo(new[] { "name", "family", "vCPUs", "gpus", "osVhdSizeMB", "maxResourceVolumeMB", "memoryGB", "lowPriorityCapable", "premiumIO", "estimatedVMPrices", "supportedComputeTypes", "generation", "supportsIB" }));
            Assert.That(size.GetProperty("supportsIB").GetBoolean());
            Assert.That(size.GetProperty("estimatedVMPrices").GetProperty("values")[0].GetProperty("retailPrice").GetDecimal(), Is.EqualTo(13.46m));
        }
    }
}
