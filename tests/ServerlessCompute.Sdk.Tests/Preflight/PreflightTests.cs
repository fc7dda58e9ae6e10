namespace ServerlessCompute;

/// <summary>What a job would get, before it is sent.</summary>
internal sealed class PreflightTests
{
    private const string Family = "standardESv3Family";

    private static readonly CommandJob Training = Command.Run("python train.py").WithEnvironment("azureml:env:1");

    private static InMemoryServerless Service(QuotaProfile? quota = null) => new(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual, Quota = quota ?? QuotaProfile.Generous });

    [Test]
    [Category("S20")]
    public async Task PreflightAsync_OfAnyCommand_PredictsWhatTheServiceThenDecides()
    {
        using InMemoryServerless serverless = Service(QuotaProfile.FreshSubscription with { TotalLowPriority = 40 });
        serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        ServerlessComputeClient client = serverless.CreateClient();
        string?[] sizes = [null, "Standard_E4s_v3", "Standard_DS3_v2", "standard_f16s_v2", "Standard_NC6s_v3", "Standard_Nonsense", null];
        var random = new Random(7);

        for (int i = 0; i < 60; i++)
        {
            CommandJob job = Training;
            string? size = sizes[random.Next(sizes.Length)];
            int nodes = random.Next(1, 5);
            job = size is null ? job.WithResources(new ResourceConfiguration { InstanceCount = nodes }) : job.WithResources(size, nodes);
            job = random.Next(3) == 0 ? job.WithQueueSettings(JobTier.Spot) : job;

            PreflightItem predicted = (await client.PreflightAsync(job)).Items.Single();
            JobRun run = await client.SubmitAsync(job);
            serverless.Advance(TimeSpan.FromSeconds(10));
            PlacementDecision decided = serverless.Explain(run.Name).Placement!;

            Assert.That(
                (predicted.Choice.Size?.Name, predicted.Choice.Candidates.Where(c => c.IsSuitable).Select(c => c.InstanceType).ToArray()),
                Is.EqualTo((decided.InstanceType, decided.Candidates.Where(c => c.IsSuitable).Select(c => c.InstanceType).ToArray())).AsCollection,
                $"job {i}: {nodes} x {size}");
            if (predicted.Choice.Size is not null)
            {
                WaitExplanation? wait = serverless.Explain(run.Name).Wait;
                Assert.That(predicted.WouldQueue, Is.EqualTo(wait is { Reason: not WaitReason.NodesStarting and not WaitReason.Image and not WaitReason.Turn }), $"job {i}: {predicted.QueueReason}");
            }

            if (random.Next(3) == 0)
            {
                serverless.Cancel(run.Name);
                serverless.Advance(TimeSpan.FromMinutes(10));
            }
        }
    }

    [Test]
    [Category("S22")]
    public async Task PreflightAsync_FamilyInUse_SaysWhatItWaitsForBehindWhomAndWhatElse()
    {
        using InMemoryServerless serverless = Service(QuotaProfile.Generous.WithFamily(Family, 12));
        serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        ServerlessComputeClient client = serverless.CreateClient();
        await client.SubmitAsync(Training.WithName("first").WithResources("Standard_E4s_v3", 2));
        serverless.Advance(TimeSpan.FromSeconds(10));

        PreflightReport report = await client.PreflightAsync(Training.WithResources("Standard_E4s_v3", 3).WithTimeout(TimeSpan.FromHours(2)));

        PreflightItem item = report.Items.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((item.VCpus, item.VCpusLeft, item.WouldQueue, report.WouldFail), Is.EqualTo((12L, 4L, true, false)));
            Assert.That(item.QueueReason, Is.EqualTo("It wants 12 vCPUs and 4 are free: 8 of 12 vCPUs of standardESv3Family are in use. 1 live job(s) of this workspace are before it: first."));
            Assert.That(report.CostBound, Is.EqualTo(item.PricePerHour * 2));
            Assert.That(report.Findings.Single().ToString(), Does.StartWith("warning at command: It wants 12 vCPUs").And.Contains("Sooner with 1 node(s), or Spot, or more quota."));
        }
    }

    [Test]
    public async Task PreflightAsync_OfEachKind_CountsItsPartsAndBoundsItsCost()
    {
        using InMemoryServerless serverless = Service();
        ServerlessComputeClient client = serverless.CreateClient();
        SweepJob sweep = Sweep.Over(Command.Run($"python train.py --lr {Search.Uniform(0.001, 0.1).Named("lr")}").WithEnvironment("azureml:env:1").WithResources("Standard_E4s_v3").WithTimeout(TimeSpan.FromMinutes(30)))
            .Maximize("accuracy")
            .WithLimits(maxTotalTrials: 20, maxConcurrentTrials: 4);
        PipelineJob pipeline = Pipeline.Define("two", p =>
        {
            p.Add("first", Training.WithResources("Standard_E4s_v3").WithTimeout(TimeSpan.FromHours(1)));
            p.Add("second", Training.WithResources("Standard_DS3_v2").WithQueueSettings(JobTier.Spot));
        });

        PreflightReport ofSweep = await client.PreflightAsync(sweep);
        PreflightReport ofPipeline = await client.PreflightAsync(pipeline);

        using (Assert.EnterMultipleScope())
        {
            PreflightItem trial = ofSweep.Items.Single();
            Assert.That((trial.Times, trial.AtOnce, trial.VCpus), Is.EqualTo((20, 4, 16L)));
            Assert.That(trial.CostBound, Is.EqualTo(trial.PricePerHour * 10), "20 trials of half an hour");
            Assert.That(ofPipeline.Items.Select(item => item.Name), Is.EqualTo(["first", "second"]));
            Assert.That(ofPipeline.CostBound, Is.Null, "the second step has no limit");
            Assert.That(ofPipeline.Findings.Select(finding => finding.Item), Has.All.EqualTo("second"), "Spot can be taken, and nothing bounds its cost");
        }
    }

    [Test]
    [Category("S25")]
    public async Task PreflightAsync_OfWhatTheServiceRefuses_SaysSoAndWhatWouldHelp()
    {
        using InMemoryServerless serverless = Service(QuotaProfile.Generous.WithFamily(Family, 12));
        ServerlessComputeClient client = serverless.CreateClient();

        PreflightReport tooMany = await client.PreflightAsync(Training.WithResources("Standard_E4s_v3", 4).WithTimeout(TimeSpan.FromHours(1)));
        PreflightReport unknown = await client.PreflightAsync(Training.WithResources("Standard_E4_v33").WithTimeout(TimeSpan.FromHours(1)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tooMany.Findings.Single().ToString(), Does.StartWith("error at command: 4 x Standard_E4s_v3 needs 16 vCPUs, and the quota is 12. Ask for at most 3 node(s)"));
            Assert.That(unknown.Findings.Single().ToString(), Does.StartWith("error at command: The VM size Standard_E4_v33 is not offered in this region. Use another size, for example Standard_D4_v3, Standard_E4s_v3"));
            Assert.That((tooMany.WouldFail, unknown.WouldFail), Is.EqualTo((true, true)));
        }
    }

    [Test]
    public async Task SubmitAsync_ThroughGate_SendsNothingThatDoesNotPass()
    {
        using InMemoryServerless serverless = Service();
        ServerlessComputeClient client = serverless.CreateClient();
        CommandJob job = Training.WithResources("Standard_E4s_v3").WithTimeout(TimeSpan.FromHours(10));
        static SubmitOptions Gate(decimal most) => new() { Gate = new PreflightGate { MaxCost = most } };

        PreflightException dear = (await Assert.ThrowsAsync<PreflightException>(() => client.SubmitAsync(job, Gate(2))))!;
        PreflightException boundless = (await Assert.ThrowsAsync<PreflightException>(() => client.SubmitAsync(job with { Limits = null }, Gate(2))))!;
        JobRun passes = await client.SubmitAsync(job.WithTimeout(TimeSpan.FromHours(1)), Gate(2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dear.Message, Is.EqualTo("The job was not submitted: it can cost 2.52 USD, and the gate is 2.00. Give it a time limit, fewer trials, a smaller size, or Spot."));
            Assert.That(dear.Report.CostBound, Is.EqualTo(2.52m));
            Assert.That(boundless.Message, Does.Contain("has no bound"));
            Assert.That(serverless.Jobs.Select(kept => kept.Name), Is.EqualTo([passes.Name]));
        }
    }

    [Test]
    public async Task SubmitAsync_ThroughGateOfQueue_StopsWhatWouldWait()
    {
        using InMemoryServerless serverless = Service(QuotaProfile.Generous.WithFamily(Family, 4));
        serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        ServerlessComputeClient client = serverless.CreateClient();
        CommandJob job = Training.WithResources("Standard_E4s_v3");
        var options = new SubmitOptions { Gate = new PreflightGate { MustNotQueue = true } };

        await client.SubmitAsync(job, options);
        serverless.Advance(TimeSpan.FromSeconds(10));
        PreflightException waits = (await Assert.ThrowsAsync<PreflightException>(() => client.SubmitAsync(job, options)))!;

        Assert.That(waits.Message, Does.StartWith("The job was not submitted: 'command' would wait. It wants 4 vCPUs and 0 are free"));
    }

    [Test]
    public async Task PreflightReport_AsText_IsATable()
    {
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { ServerlessSubnetId = "/subscriptions/x/subnets/training", ServerlessNoPublicIP = true });

        PreflightReport report = await serverless.CreateClient().PreflightAsync(Training.WithResources("Standard_E4s_v3", 2).WithQueueSettings(JobTier.Spot).WithTimeout(TimeSpan.FromHours(2)));

        Assert.That(report.ToString().ReplaceLineEndings("\n").TrimEnd(), Is.EqualTo("""
                     Size             Nodes  Tier  vCPUs   Left  Starts  Per hour  At most
            command  Standard_E4s_v3      2  Spot      8  10000     now    0.1008   0.2016
            0.1008 USD an hour, at most 0.2016 USD
            Network: no managed network, public access enabled; serverless computes in training, without public addresses
            warning at command: Spot nodes can be taken at any time, with about 30 seconds' notice; the job then fails. It saves 80 %. Write checkpoints, and submit it again or as Standard when that happens.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    [Category("S22")]
    public async Task ExplainAsync_OfWaitingJob_SaysWhyAndWhatItWouldGetNow()
    {
        using InMemoryServerless serverless = Service(QuotaProfile.Generous.WithFamily(Family, 4));
        serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        ServerlessComputeClient client = serverless.CreateClient();
        JobRun first = await client.SubmitAsync(Training.WithName("first").WithResources("Standard_E4s_v3"));
        serverless.Advance(TimeSpan.FromMinutes(20));
        JobRun second = await client.SubmitAsync(Training.WithName("second").WithResources("Standard_E4s_v3"));
        serverless.Advance(TimeSpan.FromSeconds(10));

        RunExplanation running = await first.ExplainAsync();
        RunExplanation waiting = await second.ExplainAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((running.Status, running.InstanceType, running.Waiting), Is.EqualTo((JobStatus.Running, "Standard_E4s_v3", (JobWaiting?)null)));
            Assert.That(waiting.Waiting!.Message, Does.Contain("In use by first"));
            Assert.That(waiting.ToString(), Does.StartWith("second: Queued"));
            Assert.That(waiting.Outlook!.Items.Single().WouldQueue, Is.True);
        }
    }
}
