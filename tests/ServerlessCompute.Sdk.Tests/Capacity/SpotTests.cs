namespace ServerlessCompute;

[TestFixture]
internal sealed class SpotTests
{
    private const string Spot = "\"resources\":{\"instanceType\":\"Standard_E16s_v3\"},\"queueSettings\":{\"jobTier\":\"Spot\"}";
    private const string TwoSpot = "\"resources\":{\"instanceType\":\"Standard_E16s_v3\",\"instanceCount\":2},\"queueSettings\":{\"jobTier\":\"Spot\"}";

    private static RawService Manual(SpotMarket? market = null, int seed = 0) =>
        new(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual, Seed = seed, Spot = market ?? SpotMarket.Calm });

    private static async Task<RawService> RunningAsync(SpotMarket? market = null, string more = Spot)
    {
        RawService service = Manual(market);
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(10)));
        await service.PutJobAsync("a", RawService.CommandBody(more: more));
        service.Serverless.Advance(TimeSpan.FromMinutes(5));
        return service;
    }

    private static string[] Events(RawService service, string first) =>
        [.. service.Serverless.History.Select(static e => e.What).SkipWhile(w => w != first)];

    [Test]
    [Category("S45")]
    public async Task Evict_ByDefault_FailsTheJobAfterItsNotice()
    {
        using RawService service = await RunningAsync();

        service.Serverless.Evict("a");
        service.Serverless.Advance(TimeSpan.FromSeconds(29));
        string before = await service.StatusAsync("a");
        service.Serverless.Advance(TimeSpan.FromSeconds(1));
        InMemoryJob job = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo("Running"));
            Assert.That((job.Status, job.ErrorCode), Is.EqualTo((JobStatus.Failed, "PreemptionError")));
            Assert.That(job.ErrorMessage, Does.StartWith("The Spot node node-000001 (Standard_E16s_v3) of the job was taken"));
            Assert.That(Events(service, "EvictionNoticed"), Is.EqualTo(new[] { "EvictionNoticed", "Evicted", "Failed" }));
            Assert.That(service.Serverless.Quotas.LowPriorityUsed, Is.Zero);
            Assert.That(service.Serverless.Nodes, Is.Empty);
        }
    }

    [Test]
    [Category("S45")]
    public async Task Evict_OneNodeOfSeveral_TakesThatOneAndTheOthersStandIdle()
    {
        using RawService service = await RunningAsync(more: TwoSpot);

        service.Serverless.Evict("node-000002");
        service.Serverless.Advance(TimeSpan.FromSeconds(30));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Serverless.Jobs.Single().ErrorMessage, Does.Contain("node-000002"));
            Assert.That(service.Serverless.Nodes.Select(static n => (n.Name, n.State)), Is.EqualTo(new[] { ("node-000001", "Idle") }));
        }
    }

    [Test]
    [Category("S45")]
    public async Task Evict_Withdrawn_LeavesTheJobAlone()
    {
        using RawService service = await RunningAsync();
        service.Serverless.Evict("a");
        service.Serverless.Advance(TimeSpan.FromSeconds(20));
        service.Serverless.WithdrawEviction("a");
        service.Serverless.Advance(TimeSpan.FromHours(12));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Serverless.Jobs.Single().Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(Events(service, "EvictionNoticed"), Is.EqualTo(new[] { "EvictionNoticed", "EvictionWithdrawn", "Finalizing", "Completed" }));
        }
    }

    [Test]
    [Category("S45")]
    public async Task Evict_WithRequeue_RunsTheJobAgainFromItsBeginning()
    {
        using RawService service = Manual(SpotMarket.Calm with { OnEviction = SpotEvictionPolicy.Requeue });
        int runs = 0;
        service.Serverless.OnCommand(async ctx =>
        {
            ctx.Log($"run {++runs}");
            await ctx.DelayAsync(TimeSpan.FromHours(10));
        });
        await service.PutJobAsync("a", RawService.CommandBody(more: Spot));
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        service.Serverless.Evict("a");
        service.Serverless.Advance(TimeSpan.FromSeconds(31));
        string queued = await service.StatusAsync("a");
        service.Serverless.Advance(TimeSpan.FromHours(12));
        InMemoryJob job = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(queued, Is.EqualTo("Queued"));
            Assert.That(job.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(job.Log, Is.EqualTo("run 1\nThe Spot nodes were taken. The job is in the queue again, for attempt 2.\nrun 2\n"));
            Assert.That((await service.DetailsAsync("a")).Json.GetProperty("currentAttemptId").GetInt32(), Is.EqualTo(2));
            Assert.That(Events(service, "Evicted"), Is.EqualTo(new[] { "Evicted", "Queued", "NodesStarting", "Running", "Finalizing", "Completed" }));
            Assert.That(job.EndedAt - job.StartedAt, Is.GreaterThan(TimeSpan.FromHours(10)).And.LessThan(TimeSpan.FromHours(10.1)));
            Assert.That(job.Cost.NodeTime, Is.GreaterThan(TimeSpan.FromHours(10) + TimeSpan.FromMinutes(5)), "the first run is paid for too");
        }
    }

    [Test]
    [Category("S45")]
    public async Task Evict_ScriptedJobWithRequeue_RunsAgain()
    {
        using RawService service = Manual(SpotMarket.Calm with { OnEviction = SpotEvictionPolicy.Requeue });
        await service.PutJobAsync("a", RawService.CommandBody(more: Spot));
        while (await service.StatusAsync("a") != "Running")
        {
            service.Serverless.Advance(TimeSpan.FromSeconds(1));
        }

        service.Serverless.Evict("a");
        service.Serverless.Advance(TimeSpan.FromHours(2));

        Assert.That(service.Serverless.History.Count(static e => e.What == "Running"), Is.EqualTo(2));
        Assert.That(service.Serverless.Jobs.Single().Status, Is.EqualTo(JobStatus.Completed));
    }

    [Test]
    [Category("S45")]
    public async Task Evict_WithCancel_CancelsTheJobAndSaysWhy()
    {
        using RawService service = await RunningAsync(SpotMarket.Calm with { OnEviction = SpotEvictionPolicy.Cancel });

        service.Serverless.Evict("a");
        service.Serverless.Advance(TimeSpan.FromMinutes(2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await service.StatusAsync("a"), Is.EqualTo("Canceled"));
            Assert.That((await service.DetailsAsync("a")).Json.GetProperty("warnings")[0].GetProperty("message").GetString(), Is.EqualTo("The Spot nodes of the job were taken."));
        }
    }

    [Test]
    [Category("S45")]
    public async Task Notice_InADelegate_IsSeenInTimeToSaveACheckpoint()
    {
        using RawService service = Manual();
        service.Serverless.OnCommand(static async ctx =>
        {
            using CancellationTokenRegistration saving = ctx.Preempted.Register(() => ctx.WriteArtifact("outputs/checkpoint", $"{ctx.EvictionAt - ctx.Now}"));
            await ctx.DelayAsync(TimeSpan.FromHours(10));
        });
        await service.PutJobAsync("a", RawService.CommandBody(more: Spot));
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        service.Serverless.Evict("a");
        service.Serverless.Advance(TimeSpan.FromMinutes(1));
        InMemoryJob job = service.Serverless.Jobs.Single();

        Assert.That((job.Status, job.ReadArtifact("outputs/checkpoint")), Is.EqualTo((JobStatus.Failed, "00:00:30")));
    }

    [Test]
    [Category("S45")]
    public async Task Notice_ThroughTrainingRunInADelegate_IsSeenAndLogged()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static async ctx =>
        {
            TrainingRun run = ctx.TrainingRun;
            using CancellationTokenRegistration saving = run.Preempted.Register(() => ctx.WriteArtifact("outputs/checkpoint", $"{run.RunId} {run.GetInput("lr")} {ctx.EvictionAt - ctx.Now:c}"));
            await ctx.DelayAsync(TimeSpan.FromHours(10));
        });
        await service.PutJobAsync("a", RawService.CommandBody(more: Spot + ",\"inputs\":{\"lr\":{\"jobInputType\":\"literal\",\"value\":\"0.1\"}}"));
        await Task.Delay(TimeSpan.FromMinutes(5), service.Serverless.TimeProvider);

        service.Serverless.Evict("a");
        await service.EndAsync("a");
        InMemoryJob job = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.ErrorCode, Is.EqualTo("PreemptionError"));
            Assert.That(job.ReadArtifact("outputs/checkpoint"), Does.Match("^a 0.1 00:00:(29|30)$"), "TrainingRun looks once a second");
        }
    }

    [Test]
    public async Task TrainingRun_InADelegate_SendsEverythingBeforeTheJobIsOver()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx =>
        {
            for (int step = 0; step < 50; step++)
            {
                ctx.TrainingRun.LogMetric("loss", step, step);
            }
        });
        await service.PutJobAsync("a");
        await service.EndAsync("a");

        Assert.That(service.Serverless.Jobs.Single().Metrics, Has.Count.EqualTo(50));
    }

    [Test]
    public async Task Evict_WhatHasNoSpotNodes_SaysSo()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual });
        await service.PutJobAsync("dedicated");
        service.Serverless.Advance(TimeSpan.FromSeconds(10));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => service.Serverless.Evict("dedicated"), Throws.ArgumentException.With.Message.Contains("JobTier.Spot"));
            Assert.That(() => service.Serverless.WithdrawEviction("x"), Throws.ArgumentException);
        }
    }

    [Test]
    [Category("S32")]
    [Category("S45")]
    public async Task Evict_JobOnASpotCluster_TakesTheClustersNode()
    {
        using RawService service = Manual();
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(10)));
        service.Serverless.AddCluster("spot-cluster", "Standard_E16s_v3", 0, 2, tier: JobTier.Spot);
        foreach (string job in new[] { "a", "b" })
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: $"\"computeId\":\"{service.Workspace}/computes/spot-cluster\""));
        }

        service.Serverless.Advance(TimeSpan.FromMinutes(5));
        service.Serverless.Evict("a");
        service.Serverless.Advance(TimeSpan.FromMinutes(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Serverless.Jobs.Select(static j => (j.Status.ToString(), j.ErrorCode)), Is.EqualTo(new[] { ("Failed", "PreemptionError"), ("Running", null) }));
            Assert.That(service.Serverless.Clusters.Single().RunningNodes, Is.EqualTo(1));
            Assert.That(service.Serverless.Quotas.LowPriorityUsed, Is.EqualTo(16));
        }
    }

    [Test]
    [Category("S04")]
    [Category("S45")]
    public async Task Market_OverAMonth_TakesAboutAsManyNodesAsItSays()
    {
        using RawService service = Manual(new SpotMarket { EvictionsPerNodeHour = 0.1, WithdrawnNotices = 0.2, OnEviction = SpotEvictionPolicy.Requeue });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromDays(40)));
        for (int i = 0; i < 20; i++)
        {
            await service.PutJobAsync($"job{i:00}", RawService.CommandBody(more: Spot));
        }

        service.Serverless.Advance(TimeSpan.FromDays(30));
        InMemoryHistory history = service.Serverless.History;
        int noticed = history.Count(static e => e.What == "EvictionNoticed");
        int taken = history.Count(static e => e.What == "Evicted");
        int withdrawn = history.Count(static e => e.What == "EvictionWithdrawn");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(noticed / (20 * 720.0), Is.EqualTo(0.1).Within(0.015));
            Assert.That(withdrawn / (double)noticed, Is.EqualTo(0.2).Within(0.04));
            Assert.That(noticed - taken - withdrawn, Is.InRange(0, 1));
        }
    }

    [Test]
    [Category("S45")]
    public async Task Market_WithFewerMachinesThanAreAskedFor_HasSomeWaitAndTakesOthers()
    {
        using RawService service = Manual(new SpotMarket { VirtualCpusPerFamily = 64, OnEviction = SpotEvictionPolicy.Requeue });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(20)));
        for (int i = 0; i < 12; i++)
        {
            await service.PutJobAsync($"job{i:00}", RawService.CommandBody(more: Spot));
        }

        var course = new SpotCourse(service.Serverless.Options.Spot, 0);
        VmFamily family = VmCatalogue.Default.FindFamily("standardESv3Family")!;
        var beyond = new List<long>();
        for (int step = 0; step < 12 * 24; step++)
        {
            service.Serverless.Advance(TimeSpan.FromMinutes(5));
            long now = service.Serverless.Now.UtcTicks;
            long stepNow = now - (now % SpotCourse.StepTicks);
            beyond.Add(service.Serverless.Quotas.LowPriorityUsed - Math.Max(course.Cores(family, stepNow), course.Cores(family, stepNow - 1)));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Serverless.History.Where(static e => e.What == "Waiting"), Is.Not.Empty);
            Assert.That(service.Serverless.History.Where(static e => e.What == "Evicted"), Is.Not.Empty);
            Assert.That(beyond, Has.All.LessThanOrEqualTo(0), "thirty seconds after each step there are no more than there are machines");
        }
    }

    [Test]
    [Category("S45")]
    public async Task Market_ScarceAtFirst_StartsWaitingJobsLater()
    {
        using RawService service = Manual(new SpotMarket { VirtualCpusPerFamily = 20, OnEviction = SpotEvictionPolicy.Requeue });
        for (int i = 0; i < 6; i++)
        {
            await service.PutJobAsync($"job{i}", RawService.CommandBody(more: Spot));
        }

        await service.Serverless.RunUntilIdleAsync();

        Assert.That(service.Serverless.Jobs.Select(static j => j.Status), Has.All.EqualTo(JobStatus.Completed));
    }

    [Test]
    [Category("S04")]
    [Category("S50")]
    public async Task Market_PricesSwing_AndACostFollowsThem()
    {
        var market = new SpotMarket { PriceSwing = 0.5 };
        using RawService service = Manual(market);
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(20)));
        await service.PutJobAsync("a", RawService.CommandBody(more: Spot));
        service.Serverless.Advance(TimeSpan.FromHours(24));
        JobCost cost = service.Serverless.Jobs.Single().Cost;
        DateTimeOffset started = service.Serverless.History.Single(static e => e.What == "NodesStarting").Time;

        var course = new SpotCourse(market, 0);
        VmFamily family = VmCatalogue.Default.FindFamily("standardESv3Family")!;
        decimal expected = 0;
        for (long second = 0; second < (long)cost.NodeTime.TotalSeconds; second++)
        {
            expected += course.Price(121_968, family, (started.UtcTicks + (second * TimeSpan.TicksPerSecond)) / SpotCourse.StepTicks) / 3600m / 1_000_000m;
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cost.Dollars, Is.EqualTo(expected).Within(1e-9m));
            Assert.That(cost.Dollars, Is.Not.EqualTo((decimal)cost.NodeTime.TotalHours * 0.121968m).Within(1e-6m));
        }
    }

    [TestCase(0)]
    [TestCase(7)]
    [Category("S45")]
    public void Course_OfAFamily_StaysWithinItsBoundsAroundItsMean(int seed)
    {
        var course = new SpotCourse(SpotMarket.Typical, seed);
        VmFamily[] families = [.. VmCatalogue.Default.Families.Take(10)];
        int[] scarcity = [.. families.SelectMany(f => Enumerable.Range(0, 288 * 60).Select(step => course.Scarcity(f, step)))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(scarcity, Has.All.InRange(0, 1000));
            Assert.That(scarcity.Average(), Is.EqualTo(500).Within(25));
            Assert.That(scarcity.Average(static s => (double)s * s), Is.EqualTo(271_111).Within(20_000));
            Assert.That(course.Scarcity(families[0], 100), Is.Not.EqualTo(new SpotCourse(SpotMarket.Typical, seed + 1).Scarcity(families[0], 100)));
        }
    }

    [Test]
    public void Market_ThatCannotBe_IsRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Manual(SpotMarket.Calm with { WithdrawnNotices = 1.1 }), Throws.ArgumentException.With.Message.Contains("WithdrawnNotices"));
            Assert.That(() => Manual(SpotMarket.Calm with { EvictionsPerNodeHour = double.NaN }), Throws.ArgumentException);
            Assert.That(() => Manual(SpotMarket.Calm with { VirtualCpusPerFamily = -1 }), Throws.ArgumentException);
            Assert.That(() => Manual(SpotMarket.Calm with { Notice = TimeSpan.FromSeconds(-1) }), Throws.ArgumentException);
        }
    }
}
