namespace ServerlessCompute;

/// <summary>What goes wrong with machines, images and supply.</summary>
[TestFixture]
internal sealed class MachineFaultsTests
{
    private const string E4 = "\"resources\":{\"instanceType\":\"Standard_E4s_v3\"}";
    private const string Family = "standardESv3Family";

    private static RawService Hours(double hours = 1, int seed = 0)
    {
        var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual, Seed = seed });
        service.Serverless.OnCommand(ctx => ctx.DelayAsync(TimeSpan.FromHours(hours)));
        return service;
    }

    private static async Task SubmitAsync(RawService service, params string[] jobs)
    {
        foreach (string job in jobs)
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: E4));
        }
    }

    private static string[] Statuses(RawService service) => [.. service.Serverless.Jobs.Select(static j => j.Status.ToString())];

    [Test]
    public async Task FailNode_OfAJob_FailsItAndGivesItsCoresBack()
    {
        using RawService service = Hours();
        await SubmitAsync(service, "a", "b");
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        service.Serverless.Faults.FailNode("a");
        InMemoryJob job = service.Serverless.Jobs[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((job.Status, job.ErrorCode, job.ErrorMessage), Is.EqualTo((JobStatus.Failed, "NodeFailed", "The node node-000001 (Standard_E4s_v3) of the job failed.")));
            Assert.That(service.Serverless.Quotas[Family].Used, Is.EqualTo(4));
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Failed", "Running" }));
        }
    }

    [Test]
    public async Task FailNodes_ByNumber_BreakAfterTheirTime()
    {
        using RawService service = Hours();
        service.Serverless.Faults.FailNodes(FaultPlan.Only(2), TimeSpan.FromMinutes(20));
        await SubmitAsync(service, "a", "b", "c");
        service.Serverless.Advance(TimeSpan.FromHours(3));

        InMemoryEvent failed = service.Serverless.History.Single(static e => e.What == "NodeFailed");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Completed", "Failed", "Completed" }));
            Assert.That(failed.Time - service.Serverless.Options.StartTime, Is.EqualTo(TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(4)));
        }
    }

    [Test]
    public async Task FailNodes_AtARate_BreakAboutAsOftenAndTheSameEachTime()
    {
        static async Task<string[]> RunAsync()
        {
            using RawService service = Hours(hours: 20, seed: 3);
            service.Serverless.Faults.FailNodes(perNodeHour: 0.1);
            await SubmitAsync(service, [.. Enumerable.Range(0, 100).Select(static i => $"job{i:00}")]);
            service.Serverless.Advance(TimeSpan.FromHours(30));
            return [.. service.Serverless.History.Where(static e => e.What == "NodeFailed").Select(static e => e.ToString())];
        }

        string[] failures = await RunAsync();

        using (Assert.EnterMultipleScope())
        {
            // A node lives through twenty hours with a chance of e to the power of -2.
            Assert.That(failures.Length, Is.InRange(76, 96));
            Assert.That(await RunAsync(), Is.EqualTo(failures));
        }
    }

    [Test]
    [Category("S09")]
    public async Task FailImageBuilds_TheFirst_FailsAllWhoWaitForItAndTheNextBuildsAnew()
    {
        using RawService service = Hours();
        service.Serverless.Faults.FailImageBuilds(FaultPlan.First(1));
        await service.ArmAsync("PUT", "environments/conda/versions/1", """{"properties":{"image":"python:3.12","condaFile":"dependencies: [python]"}}""");
        string body = $$$"""{"properties":{"jobType":"Command","command":"echo","environmentId":"{{{service.Workspace}}}/environments/conda/versions/1"}}""";
        await service.PutJobAsync("a", body);
        service.Serverless.Advance(TimeSpan.FromSeconds(30));
        await service.PutJobAsync("b", body);
        service.Serverless.Advance(TimeSpan.FromMinutes(30));
        string[] first = Statuses(service);
        await service.PutJobAsync("c", body);
        service.Serverless.Advance(TimeSpan.FromHours(3));
        InMemoryJob failed = service.Serverless.Jobs[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.EqualTo(new[] { "Failed", "Failed" }));
            Assert.That(failed.ErrorCode, Is.EqualTo("ImageBuildFailure"));
            Assert.That(failed.ReadArtifact("azureml-logs/20_image_build_log.txt"), Does.EndWith("The build failed.\n"));
            Assert.That(Statuses(service)[2], Is.EqualTo("Completed"));
            Assert.That(service.Serverless.History.Where(static e => e.JobName == "c").Select(static e => e.What), Does.Contain("Preparing"));
        }
    }

    [Test]
    [Category("S27")]
    public async Task Drought_OfAFamily_HasItsJobsWaitAndOthersOvertake()
    {
        using RawService service = Hours();
        service.Serverless.Faults.Drought(Family, TimeSpan.FromHours(2));
        await SubmitAsync(service, "a");
        await service.PutJobAsync("b", RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_F4s_v2\"}"));
        service.Serverless.Advance(TimeSpan.FromMinutes(30));
        string[] meanwhile = Statuses(service);
        WaitExplanation wait = service.Serverless.Explain("a").Wait!;
        service.Serverless.Advance(TimeSpan.FromMinutes(95));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(meanwhile, Is.EqualTo(new[] { "Queued", "Running" }));
            Assert.That(wait.Reason, Is.EqualTo(WaitReason.Machines));
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Running", "Completed" }));
            Assert.That(service.Serverless.History.Single(static e => e is { JobName: "a", What: "NodesStarting" }).Time - service.Serverless.Options.StartTime, Is.EqualTo(TimeSpan.FromHours(2)));
        }
    }

    [Test]
    public async Task Drought_OfOneTierLater_LeavesTheOtherAndRunningJobsAlone()
    {
        using RawService service = Hours();
        service.Serverless.Faults.Drought(null, TimeSpan.FromHours(1), JobTier.Spot, startsIn: TimeSpan.FromMinutes(10));
        string spot = E4 + ",\"queueSettings\":{\"jobTier\":\"Spot\"}";
        await service.PutJobAsync("early", RawService.CommandBody(more: spot));
        service.Serverless.Advance(TimeSpan.FromMinutes(15));
        await service.PutJobAsync("late", RawService.CommandBody(more: spot));
        await SubmitAsync(service, "dedicated");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        Assert.That(Statuses(service), Is.EqualTo(new[] { "Running", "Queued", "Running" }));
    }

    [Test]
    public async Task Drought_WhileNodesStandIdle_ReusesThem()
    {
        using RawService service = Hours();
        await SubmitAsync(service, "a");
        service.Serverless.Advance(TimeSpan.FromMinutes(63));
        service.Serverless.Faults.Drought(Family, TimeSpan.FromHours(2));
        await SubmitAsync(service, "b");
        service.Serverless.Advance(TimeSpan.FromMinutes(1));

        Assert.That(Statuses(service), Is.EqualTo(new[] { "Completed", "Running" }));
    }

    [Test]
    public async Task Droughts_ByTheSeed_ComeAndGo()
    {
        using RawService service = Hours(hours: 0.1);
        service.Serverless.Faults.Droughts(perFamilyDay: 12, TimeSpan.FromHours(1));
        for (int i = 0; i < 48; i++)
        {
            await SubmitAsync(service, $"job{i:00}");
            service.Serverless.Advance(TimeSpan.FromMinutes(30));
        }

        await service.Serverless.RunUntilIdleAsync();
        int waited = service.Serverless.History.Count(static e => e.What == "Waiting");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waited, Is.InRange(12, 36));
            Assert.That(Statuses(service), Has.All.EqualTo("Completed"));
        }
    }

    [Test]
    public async Task Clear_DuringADrought_StartsWhoWaits()
    {
        using RawService service = Hours();
        service.Serverless.Faults.Drought(null, TimeSpan.FromDays(10));
        await SubmitAsync(service, "a");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        service.Serverless.Faults.Clear();
        service.Serverless.Advance(TimeSpan.FromMinutes(3));

        Assert.That(Statuses(service), Is.EqualTo(new[] { "Running" }));
    }
}
