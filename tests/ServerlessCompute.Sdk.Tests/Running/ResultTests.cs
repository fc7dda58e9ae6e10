namespace ServerlessCompute;

/// <summary>What is known of a job when it is over: times, cost, artifacts, logs.</summary>
internal sealed class ResultTests : IDisposable
{
    private static readonly CommandJob _train = Command.Run("python train.py").WithEnvironment("azureml:sklearn:1").WithResources("Standard_D4_v3");

    private readonly InMemoryServerless _serverless = new();

    private ServerlessComputeClient Client => _serverless.CreateClient();

    public void Dispose() => _serverless.Dispose();

    [Test]
    [Category("S50")]
    public async Task WaitForCompletionAsync_AskedForCost_SaysTimesAndCost()
    {
        _serverless.OnCommand("train.py", job => job.DelayAsync(TimeSpan.FromHours(2)));
        JobRun run = await Client.SubmitAsync(_train.WithResources("Standard_D4_v3", 3));

        JobResult result = await run.WaitForCompletionAsync(new JobWaitOptions { Cost = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.CreatedAt, Is.EqualTo(_serverless.Jobs[0].CreatedAt));
            Assert.That(result.WaitingDuration, Is.EqualTo(result.StartedAt - result.CreatedAt).And.GreaterThan(TimeSpan.Zero));
            Assert.That(result.Cost!.NodeTime, Is.EqualTo(result.Duration * 3));
            Assert.That((double)result.Cost.Amount!.Value, Is.EqualTo(6 * 0.192).Within(0.03));
            Assert.That(_serverless.Jobs[0].Cost.Dollars, Is.GreaterThanOrEqualTo(result.Cost.Amount), "The service bills the start of the machines, too.");
            Assert.That(result.Cost.ToString(), Does.Contain(" USD for 6").And.Contain("node hours"));
            Assert.That(await run.GetCostAsync(), Is.EqualTo(result.Cost));
        }
    }

    [Test]
    public async Task WaitForCompletionAsync_NobodyAsks_CostsNoRequestAndSaysNoCost()
    {
        JobResult result = await (await Client.SubmitAsync(_train)).WaitForCompletionAsync();

        Assert.That((result.Cost, result.QueuedDuration, result.PreparingDuration), Is.EqualTo(((RunCost?)null, (TimeSpan?)null, (TimeSpan?)null)));
    }

    [Test]
    [Category("S50")]
    public async Task GetCostAsync_SpotJob_TakesItsPrice()
    {
        _serverless.OnCommand("train.py", job => job.DelayAsync(TimeSpan.FromHours(1)));
        JobRun run = await Client.SubmitAsync(_train.WithQueueSettings(JobTier.Spot));
        await run.WaitForCompletionAsync();

        Assert.That((double)(await run.GetCostAsync()).Amount!.Value, Is.EqualTo(0.038).Within(0.003));
    }

    [Test]
    [Category("S50")]
    public async Task GetCostAsync_Sweep_AddsUpItsTrials()
    {
        _serverless.OnCommand("train.py", job => job.DelayAsync(TimeSpan.FromHours(1)));
        var rate = Search.Uniform(0.1, 0.2);
        JobRun run = await Client.SubmitAsync(Sweep.Over(Command.Run($"python train.py --rate {rate}").WithEnvironment("azureml:sklearn:1").WithResources("Standard_D4_v3"))
            .Maximize("accuracy").WithLimits(maxTotalTrials: 4, maxConcurrentTrials: 2));
        await run.WaitForCompletionAsync();

        RunCost cost = await run.GetCostAsync();

        Assert.That(cost.NodeTime, Is.EqualTo(TimeSpan.FromHours(4)).Within(TimeSpan.FromMinutes(2)));
        Assert.That((double)cost.Amount!.Value, Is.EqualTo(4 * 0.192).Within(0.03));
    }

    [Test]
    public async Task GetCostAsync_JobThatDidNotBegin_IsNothing()
    {
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { Quota = new QuotaProfile { TotalDedicated = 0 } });
        JobRun run = await serverless.CreateClient().SubmitAsync(_train);

        Assert.That(await run.GetCostAsync(), Is.EqualTo(new RunCost { NodeTime = TimeSpan.Zero, Amount = 0 }));
    }

    [Test]
    public async Task WatchAsync_Cost_GrowsToTheCostOfTheEnd()
    {
        _serverless.OnCommand("train.py", async job =>
        {
            for (int i = 0; i < 4; i++)
            {
                await job.DelayAsync(TimeSpan.FromMinutes(30));
                job.LogMetric("loss", 1.0 / (i + 1), i);
            }
        });
        JobRun run = await Client.SubmitAsync(_train);

        List<JobEvent> events = await run.WatchAsync(new JobWatchOptions { Cost = true }).ToListAsync();

        RunCost[] costs = [.. events.OfType<JobCostChanged>().Select(e => e.Cost)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(costs, Has.Length.GreaterThanOrEqualTo(4));
            Assert.That(costs.Select(cost => cost.NodeTime), Is.Ordered.And.Unique);
            Assert.That(costs[^1], Is.EqualTo(await run.GetCostAsync()));
            Assert.That(events[^1], Is.TypeOf<JobStatusChanged>());
        }
    }

    [Test]
    public async Task WatchAsync_DefaultOptions_TellsNoCost()
    {
        JobRun run = await Client.SubmitAsync(_train);

        Assert.That((await run.WatchAsync().ToListAsync()).OfType<JobCostChanged>(), Is.Empty);
    }

    [Test]
    public async Task WaitForCompletionAsync_WithProgress_SaysHowLongItWasQueuedAndPrepared()
    {
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { Quota = new QuotaProfile().WithFamily("standardDv3Family", 4) });
        serverless.OnCommand("first.py", job => job.DelayAsync(TimeSpan.FromHours(3)));
        ServerlessComputeClient client = serverless.CreateClient();
        await client.SubmitAsync(_train.WithCommand("python first.py"));
        JobRun run = await client.SubmitAsync(_train);

        JobResult result = await run.WaitForCompletionAsync(new Told([]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.QueuedDuration, Is.GreaterThan(TimeSpan.FromHours(2.5)));
            Assert.That(result.PreparingDuration, Is.Not.Null);
            Assert.That(result.QueuedDuration + result.PreparingDuration, Is.LessThanOrEqualTo(result.WaitingDuration!.Value));
        }
    }

    [Test]
    public async Task GetArtifactsAsync_WhatTheJobLeft_IsListedAllAndByFolder()
    {
        _serverless.OnCommand("train.py", job =>
        {
            job.Log("hello");
            job.WriteArtifact("outputs/model/weights.txt", "1");
            job.WriteArtifact("outputs/notes.txt", "22");
        });
        JobRun run = await Client.SubmitAsync(_train.WithExperimentName("with space"));
        await run.WaitForCompletionAsync();

        List<JobArtifact> all = await run.GetArtifactsAsync().ToListAsync();
        List<JobArtifact> outputs = await run.GetArtifactsAsync("outputs").ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(artifact => artifact.Path), Does.Contain("user_logs/std_log.txt"));
            Assert.That(outputs.Select(artifact => artifact.Path), Is.EqualTo(new[] { "outputs/model/weights.txt", "outputs/notes.txt" }));
            Assert.That(outputs.Select(artifact => artifact.CreatedAt), Has.None.Null);
        }
    }

    [Test]
    public async Task DownloadArtifactsAsync_AFileOrAFolder_ComesAlone()
    {
        using var folder = new FileTree();
        _serverless.OnCommand("train.py", job =>
        {
            job.WriteArtifact("outputs/model/weights.txt", "1");
            job.WriteArtifact("outputs/notes.txt", "22");
        });
        JobRun run = await Client.SubmitAsync(_train);
        await run.WaitForCompletionAsync();

        DownloadedFiles one = await run.DownloadArtifactsAsync("outputs/notes.txt", folder["one"]);
        DownloadedFiles model = await run.DownloadArtifactsAsync("outputs/model/", folder["model"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Files, Is.EqualTo(new[] { folder["one/notes.txt"] }));
            Assert.That(model.Files, Is.EqualTo(new[] { folder["model/weights.txt"] }));
            Assert.That(await File.ReadAllTextAsync(model.Files[0]), Is.EqualTo("1"));
        }
    }

    [Test]
    public async Task ReadRankLogAsync_OneOfSeveralProcesses_IsAlone()
    {
        _serverless.OnCommand("train.py", job => job.Log("from the first"));
        JobRun run = await Client.SubmitAsync(_train.WithResources("Standard_D4_v3", 2).WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 1 }));
        await run.WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await run.ReadRankLogAsync(0).ToListAsync(), Does.Contain("from the first"));
            Assert.That(await run.ReadRankLogAsync(7).ToListAsync(), Is.Empty);
        }
    }

    [Test]
    public async Task GetBestTrialAsync_ItsModel_IsDownloadedFromItsRun()
    {
        using var folder = new FileTree();
        _serverless.OnCommand("train.py", job =>
        {
            double rate = double.Parse(job.TrialParameters["rate"], System.Globalization.CultureInfo.InvariantCulture);
            job.LogMetric("accuracy", rate);
            job.WriteOutput("model", "weights.txt", job.TrialParameters["rate"]);
        });
        var rate = Search.Choice(0.1, 0.9, 0.5);
        Output model = Output.UriFolder();
        JobRun run = await Client.SubmitAsync(Sweep.Over(Command.Run($"python train.py --rate {rate} --out {model}").WithEnvironment("azureml:sklearn:1"))
            .Maximize("accuracy").WithSampling(Sampling.Grid).WithLimits(maxTotalTrials: 3));
        await run.WaitForCompletionAsync();

        TrialResult best = (await run.GetBestTrialAsync())!;
        DownloadedFiles files = await best.Trial.Run.DownloadOutputAsync("model", folder["model"]);

        Assert.That(await File.ReadAllTextAsync(files.Files.Single()), Is.EqualTo("0.9"));
    }

    [TestCase("cut")]
    [TestCase("drop")]
    [TestCase("fail")]
    public async Task DownloadOutputAsync_StorageFailsInTheMiddle_EndsWithEveryFileAsItIsKept(string fault)
    {
        using var folder = new FileTree();
        byte[] large = [.. Enumerable.Range(0, 9_000_000).Select(i => (byte)(i * 31 >> 3))];
        _serverless.OnCommand("train.py", job =>
        {
            job.WriteOutput("model", "large.bin", large);
            for (int i = 0; i < 20; i++)
            {
                job.WriteOutput("model", $"part{i}.txt", $"part {i}");
            }
        });
        JobRun run = await Client.SubmitAsync(_train.WithOutput("model", Output.UriFolder()));
        await run.WaitForCompletionAsync();
        FaultPlan plan = FaultPlan.Rate(0.3).On("GET", ".blob.core.windows.net");
        _ = fault switch
        {
            "cut" => _serverless.Faults.CutAnswers(plan),
            "drop" => _serverless.Faults.DropConnections(plan),
            _ => _serverless.Faults.FailRequests(plan, 503),
        };
        var progress = new List<DownloadProgress>();

        DownloadedFiles? files = null;
        for (int tries = 0; files is null; tries++)
        {
            try
            {
                files = await run.DownloadOutputAsync("model", folder["model"], new Seen(progress));
            }
            catch (JobAssetException) when (tries < 20)
            {
                // What is complete stays: the next call goes on.
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(files.Files, Has.Count.EqualTo(21));
            Assert.That((await File.ReadAllBytesAsync(folder["model/large.bin"])).AsSpan().SequenceEqual(large), Is.True);
            Assert.That(Enumerable.Range(0, 20).Select(i => File.ReadAllText(folder[$"model/part{i}.txt"])), Is.EqualTo(Enumerable.Range(0, 20).Select(i => $"part {i}")));
            Assert.That(Directory.GetFiles(folder["model"]), Has.Length.EqualTo(21), "Nothing half done stays.");
            Assert.That(progress[^1], Is.EqualTo(new DownloadProgress(21, 21, files.Bytes, files.Bytes)));
        }
    }

    private sealed class Seen(List<DownloadProgress> progress) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => progress.Add(value);
    }

    private sealed class Told(List<JobEvent> events) : IProgress<JobEvent>
    {
        public void Report(JobEvent value) => events.Add(value);
    }
}
