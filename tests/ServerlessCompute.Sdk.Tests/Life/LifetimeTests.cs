using System.Text.Json;

namespace ServerlessCompute;

/// <summary>How long jobs of every kind may live, and what becomes of them when somebody else ends them.</summary>
[TestFixture]
internal sealed class LifetimeTests
{
    [TestCase("", 21, "A job lives at most 21 days.")]
    [TestCase("\"queueSettings\":{\"jobTier\":\"Spot\"}", 7, "A job lives at most 7 days on Spot.")]
    [Category("S46")]
    public async Task Command_ForEver_IsCancelledAfterItsLifetime(string more, int days, string reason)
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromDays(365)));
        await service.PutJobAsync("a", RawService.CommandBody(more: more));
        await service.EndAsync("a");
        InMemoryJob job = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Status, Is.EqualTo(JobStatus.Canceled));
            Assert.That((job.EndedAt - job.StartedAt)!.Value.TotalDays, Is.EqualTo(days).Within(0.01));
            Assert.That((await service.SendAsync("GET", $"{service.History}/runs/a")).Json.GetProperty("cancelationReason").GetString(), Is.EqualTo(reason));
        }
    }

    [TestCase(100, "Mpi", 201)]
    [TestCase(101, "Mpi", 400)]
    [TestCase(101, "PyTorch", 201)]
    [Category("S46")]
    public async Task Put_MpiOnMoreThanAHundredNodes_IsRefused(int nodes, string kind, int status)
    {
        using var service = new RawService();

        RawAnswer answer = await service.PutJobAsync("a", RawService.CommandBody(more: $$$"""
            "resources":{"instanceType":"Standard_E4s_v3","instanceCount":{{{nodes}}}},"distribution":{"distributionType":"{{{kind}}}"}
            """.Trim()));

        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
    }

    [Test]
    [Category("S47")]
    [Category("S46")]
    public async Task Sweep_PastItsTimeout_IsCancelledWithItsTrials()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromDays(1)));
        string body = Bodies.Sweep(total: 3, concurrent: 2).Replace("\"jobLimitsType\":\"Sweep\"", "\"jobLimitsType\":\"Sweep\",\"timeout\":\"PT2H\"", StringComparison.Ordinal);
        await service.PutJobAsync("s", body);
        JsonElement end = (await service.EndAsync("s")).Json;
        InMemoryJob sweep = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.GetProperty("warnings")[0].GetProperty("message").GetString(), Is.EqualTo("The job ran longer than its limits.timeout of PT2H."));
            Assert.That(sweep.Children.Select(static c => c.Status), Is.EqualTo(new[] { JobStatus.Canceled, JobStatus.Canceled }));
        }
    }

    [Test]
    [Category("S47")]
    public async Task Trial_PastItsTimeout_IsCancelledAndTheSweepGoesOn()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.JobName == "s_0" ? ctx.DelayAsync(TimeSpan.FromDays(1)) : Task.CompletedTask);
        string body = Bodies.Sweep(total: 3, concurrent: 1).Replace("\"jobLimitsType\":\"Sweep\"", "\"jobLimitsType\":\"Sweep\",\"trialTimeout\":\"PT1H\"", StringComparison.Ordinal);
        await service.PutJobAsync("s", body);
        await service.EndAsync("s");
        InMemoryJob sweep = service.Serverless.Jobs.Single();

        Assert.That(sweep.Status, Is.EqualTo(JobStatus.Completed));
        Assert.That(sweep.Children.Select(static c => c.Status), Is.EqualTo(new[] { JobStatus.Canceled, JobStatus.Completed, JobStatus.Completed }));
    }

    [Test]
    [Category("S47")]
    public async Task Sweep_WhoseTrialsAllFail_Fails()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.Fail("no"));
        await service.PutJobAsync("s", Bodies.Sweep());
        await service.EndAsync("s");

        Assert.That((service.Serverless.Jobs[0].Status, service.Serverless.Jobs[0].ErrorCode), Is.EqualTo((JobStatus.Failed, "AllTrialsFailed")));
    }

    [Test]
    [Category("S47")]
    public async Task Trials_OnAShortQuota_WaitForEachOther()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Quota = QuotaProfile.Generous.WithFamily("standardDv3Family", 8) });
        await service.PutJobAsync("s", Bodies.Sweep(total: 6, concurrent: 6).Replace("\"environmentId\"", "\"resources\":{\"instanceType\":\"Standard_D4_v3\"},\"environmentId\"", StringComparison.Ordinal));
        await service.EndAsync("s");
        InMemoryJob[] trials = [.. service.Serverless.Jobs.Single().Children];
        int atOnce = trials.Max(t => trials.Count(o => o.StartedAt <= t.StartedAt && o.EndedAt > t.StartedAt));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trials.Select(static t => t.Status), Has.All.EqualTo(JobStatus.Completed));
            Assert.That(atOnce, Is.EqualTo(2), "8 cores hold two nodes of 4.");
            Assert.That(service.Serverless.History.Count(static e => e.What == "Waiting"), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task Trial_WhoseNameIsTaken_GetsOneLikeIt()
    {
        using var service = new RawService();
        await service.PutJobAsync("s_1");
        await service.PutJobAsync("s", Bodies.Sweep(total: 2));
        await service.EndAsync("s");

        Assert.That(service.Serverless.FindJob("s")!.Children.Select(static c => c.Name), Is.EqualTo(new[] { "s_0", "s_1_" }));
    }

    [Test]
    [Category("S09")]
    public async Task ImageBuild_OfATrialsEnvironment_IsDoneOnceForAll()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "environments/mine/versions/1", """{"properties":{"image":"python:3.11","condaFile":"name: x"}}""");
        await service.PutJobAsync("s", Bodies.Sweep(total: 4, concurrent: 2).Replace(Bodies.Environment, $"{service.Workspace}/environments/mine/versions/1", StringComparison.Ordinal));
        await service.EndAsync("s");
        InMemoryJob[] trials = [.. service.Serverless.Jobs.Single().Children];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trials.Select(static t => t.ReadArtifact("azureml-logs/20_image_build_log.txt") is not null), Is.EqualTo(new[] { true, true, false, false }));
            Assert.That(service.Serverless.History.Where(static e => e.What == "Preparing").Select(static e => e.JobName), Is.EqualTo(new[] { "s_0", "s_1" }));
        }
    }

    [Test]
    [Category("S01")]
    public async Task Compute_OfEveryKind_MayBeLeftOutOrBeTheWordServerless()
    {
        using var service = new RawService();
        string word = $"\"computeId\":\"{service.Workspace}/computes/Serverless\"";

        using (Assert.EnterMultipleScope())
        {
            foreach ((string name, string body) in new[] { ("s", Bodies.Sweep(word)), ("a", Bodies.AutoMl(more: word)), ("p", Bodies.Pipeline("{}", word)), ("k", Bodies.Spark(word)) })
            {
                RawAnswer answer = await service.PutJobAsync(name, body);
                Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
                string? computeId = answer.Properties.GetProperty("computeId").GetString();
                Assert.That(computeId, name == "a" ? Does.EndWith("/computes/") : Is.Null);
            }

            Assert.That((await service.PutJobAsync("x", Bodies.Sweep($"\"computeId\":\"{service.Workspace}/computes/cluster\""))).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Fail_AParent_FailsItAndStopsItsChildren()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromDays(1)));
        await service.PutJobAsync("s", Bodies.Sweep());
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        service.Serverless.Fail("s_1", "the node broke");
        service.Serverless.Advance(TimeSpan.FromMinutes(1));
        JobStatus child = service.Serverless.FindJob("s_1")!.Status;
        service.Serverless.Fail("s", "the region is down");
        service.Serverless.Advance(TimeSpan.FromMinutes(5));
        InMemoryJob sweep = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(child, Is.EqualTo(JobStatus.Failed));
            Assert.That((sweep.Status, sweep.ErrorMessage), Is.EqualTo((JobStatus.Failed, "the region is down")));
            Assert.That(sweep.Children.Select(static c => c.Status), Is.EqualTo(new[] { JobStatus.Canceled, JobStatus.Failed, JobStatus.Canceled }));
            Assert.That(service.Engine.Ledger.DedicatedUsed, Is.Zero);
        }
    }

    [Test]
    public async Task Archive_AJobOfAnyKind_HidesItFromTheListOfActiveOnes()
    {
        using var service = new RawService();
        await service.PutJobAsync("s", Bodies.Sweep());
        await service.PutJobAsync("p", Bodies.Pipeline("{}"));

        await service.SendAsync("PATCH", $"{service.History}/runs/s", "{\"hidden\":true}");

        async Task<string[]> NamesAsync(string query) =>
            [.. (await service.ArmAsync("GET", "jobs" + query)).Json.GetProperty("value").EnumerateArray().Select(static s => s.GetProperty("name").GetString()!)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await NamesAsync(""), Is.EqualTo(new[] { "p" }));
            Assert.That(await NamesAsync("?listViewType=ArchivedOnly"), Is.EqualTo(new[] { "s" }));
            Assert.That(await NamesAsync("?listViewType=All&jobType=Sweep"), Is.EqualTo(new[] { "s" }));
        }
    }

    [Test]
    public async Task Histories_OfEqualSweepsAndPipelines_AreEqualLetterByLetter()
    {
        static async Task<string> RunAsync()
        {
            using var service = new PipelineService(new InMemoryServerlessOptions { Seed = 5 });
            await service.ComponentAsync("a", "a", outputs: """{"o":{"type":"uri_folder"}}""");
            await service.Raw.PutJobAsync("s", Bodies.Sweep(sampling: "Bayesian", total: 12, concurrent: 3));
            await service.Raw.PutJobAsync("m", Bodies.AutoMl());
            await service.RunAsync($$$"""{"x":{{{PipelineService.Step("a")}}},"y":{{{PipelineService.Step("a", "\"environment_variables\":{\"X\":\"1\"}")}}}}""");
            await service.Serverless.RunUntilIdleAsync();
            return service.Serverless.History + string.Join('\n', service.Serverless.Jobs[0].Children.Select(static c => c.Command));
        }

        Assert.That(await RunAsync(), Is.EqualTo(await RunAsync()).And.Contain("s_11 Completed"));
    }
}
