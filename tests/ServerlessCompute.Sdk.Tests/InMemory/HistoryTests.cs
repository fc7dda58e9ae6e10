namespace ServerlessCompute;

/// <summary>Histories: that they repeat themselves, and what can be done with them.</summary>
[TestFixture]
internal sealed class HistoryTests
{
    private static InMemoryServerlessOptions Busy(int seed) => new()
    {
        Seed = seed,
        Quota = QuotaProfile.Generous.WithFamily("standardESv3Family", 40) with { TotalDedicated = 60, TotalLowPriority = 64 },
        Spot = SpotMarket.Scarce with { OnEviction = SpotEvictionPolicy.Requeue },
        RecordRequests = true,
    };

    private static void Script(InMemoryServerless serverless) => serverless.OnCommand("train", static async ctx =>
    {
        for (int epoch = 0; epoch < 4; epoch++)
        {
            await ctx.DelayAsync(TimeSpan.FromMinutes(5 + ctx.Random.Next(40)));
            ctx.LogMetric("loss", 1.0 / (epoch + 1), epoch);
        }

        if (ctx.Random.Next(5) == 0)
        {
            ctx.Fail("diverged\nat epoch 4");
        }
    });

    /// <summary>Jobs of several sizes and tiers on two clusters' worth of quota, with administrators, cancellations and failures.</summary>
    private static async Task PlayAsync(InMemoryServerless serverless)
    {
        Script(serverless);
        serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 2);
        var random = new Random(serverless.Options.Seed);
        ServerlessComputeClient client = serverless.CreateClient();
        string[] sizes = ["Standard_E4s_v3", "Standard_E8s_v3", "Standard_F4s_v2", "Standard_D4_v3"];
        for (int i = 0; i < 40; i++)
        {
            CommandJob job = Command.Run(i % 3 == 0 ? $"python train.py {i}" : $"echo {i}").WithEnvironment("azureml:e:1")
                .WithResources(sizes[random.Next(4)], 1 + random.Next(3))
                .WithQueueSettings(random.Next(3) == 0 ? JobTier.Spot : JobTier.Standard);
            await client.SubmitAsync(random.Next(6) == 0 ? job.WithCompute("cpu-cluster") : job);
            await Task.Delay(TimeSpan.FromMinutes(random.Next(20)), serverless.TimeProvider);
            if (i == 15)
            {
                serverless.Quotas.SetFamily("standardESv3Family", 24);
                serverless.Quotas.UseElsewhere("standardFSv2Family", 8);
                serverless.Policies.Assign(new ComputePolicy { Name = "small", MaxNodeCount = 2, DeniedSizes = ["Standard_N*"] });
            }

            if (i % 7 == 0)
            {
                serverless.Cancel(serverless.Jobs[random.Next(serverless.Jobs.Count)].Name);
            }
        }

        serverless.Policies.Remove("small");
        serverless.Fail(serverless.Jobs[^1].Name, "it broke");
        await serverless.RunUntilIdleAsync();
    }

    private static async Task<InMemoryHistory> RecordAsync(int seed)
    {
        await using var serverless = new InMemoryServerless(Busy(seed));
        await PlayAsync(serverless);
        return serverless.History;
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Replay_ToAFreshService_GivesTheSameBytes(int seed)
    {
        InMemoryHistory recorded = await RecordAsync(seed);
        string path = Path.GetTempFileName();
        try
        {
            await recorded.SaveAsync(path);
            InMemoryHistory loaded = await InMemoryHistory.LoadAsync(path);
            await using var fresh = new InMemoryServerless(Busy(seed) with { Clock = InMemoryClock.Manual });
            Script(fresh);

            HistoryReplay replay = await loaded.ReplayAsync(fresh);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(replay.IsSame, replay.ToString());
                Assert.That(replay.Requests, Is.EqualTo(recorded.Exchanges.Count).And.AtLeast(40));
                Assert.That(recorded.FirstDifference(loaded), Is.Null);
                Assert.That(loaded.Exchanges.Zip(recorded.Exchanges), Has.All.Matches<(InMemoryExchange A, InMemoryExchange B)>(static pair => pair.A.HasSameAnswer(pair.B) && pair.A.Body.Span.SequenceEqual(pair.B.Body.Span)));
                Assert.That(recorded.Select(static e => e.What).Distinct(), Is.SupersetOf(new[] { "Waiting", "Evicted", "EvictionNoticed", "NodesReused", "Canceled", "Failed", "Completed" }), "the play has everything in it");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task Replay_ToAServiceWithAnotherSeed_TellsWhatDiffers()
    {
        InMemoryHistory recorded = await RecordAsync(1);
        await using var other = new InMemoryServerless(Busy(3) with { Clock = InMemoryClock.Manual });
        Script(other);

        HistoryReplay replay = await recorded.ReplayAsync(other);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replay.IsSame, Is.False);
            Assert.That(replay.Event!.First, Is.Not.EqualTo(replay.Event.Second));
            Assert.That(replay.ToString(), Does.Contain("\n- ").And.Contain("\n+ "));
        }
    }

    [Test]
    public async Task Replay_WithWaitsAndOneThatWasAbandoned_GivesTheSameBytes()
    {
        InMemoryServerlessOptions options = new() { RecordRequests = true, Clock = InMemoryClock.Manual };
        using var service = new RawService(options);
        await service.PutJobAsync("a");
        using var patience = new CancellationTokenSource();
        Task<RawAnswer> abandoned = service.DetailsAsync("a", "wait=864000; until=terminal", cancellationToken: patience.Token);
        await patience.CancelAsync();
        Assert.That(async () => await abandoned, Throws.InstanceOf<OperationCanceledException>());
        int seen = 0;
        string status = "";
        while (status != "Completed")
        {
            Task<RawAnswer> waiting = service.DetailsAsync("a", "wait=60", seen);
            service.Serverless.Advance(TimeSpan.FromSeconds(25));
            RawAnswer answer = await (waiting.IsCompleted ? waiting : AfterAsync(service, waiting));
            (seen, status) = (answer.Json.GetProperty("revision").GetInt32(), answer.Json.GetProperty("status").GetString()!);
        }

        await using var fresh = new InMemoryServerless(options);
        HistoryReplay replay = await service.Serverless.History.ReplayAsync(fresh);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replay.IsSame, replay.ToString());
            Assert.That(service.Serverless.History.Exchanges.Count(static e => e.Status == 0), Is.EqualTo(1));
        }
    }

    private static Task<RawAnswer> AfterAsync(RawService service, Task<RawAnswer> waiting)
    {
        service.Serverless.Advance(TimeSpan.FromMinutes(1));
        return waiting;
    }

    [Test]
    public async Task History_OfEqualSeeds_IsEqualHoweverManyRunAtOnce()
    {
        string[] histories = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(async () => (await RecordAsync(i % 2)).ToString())));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(histories.Where(static (_, i) => i % 2 == 0), Has.All.EqualTo(histories[0]));
            Assert.That(histories.Where(static (_, i) => i % 2 == 1), Has.All.EqualTo(histories[1]));
            Assert.That(histories[0], Is.Not.EqualTo(histories[1]));
        }
    }

    [Test]
    public async Task FirstDifference_OfTwo_IsWhereTheyPart()
    {
        InMemoryHistory one = await RecordAsync(1);
        InMemoryHistory other = await RecordAsync(2);
        HistoryDifference difference = one.FirstDifference(other)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Take(difference.Index), Is.EqualTo(other.Take(difference.Index)));
            Assert.That((difference.First, difference.Second), Is.EqualTo((one[difference.Index].ToString(), other[difference.Index].ToString())));
            Assert.That(one.FirstDifference(one), Is.Null);
            Assert.That(difference.ToString(), Is.EqualTo($"{difference.Index}:\n- {difference.First}\n+ {difference.Second}"));
        }
    }

    [Test]
    public async Task Save_WithoutRequests_KeepsEventsAndTheirTextsAlone()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.Fail("two\nlines and a \\ in them"));
        await service.PutJobAsync("a");
        await service.EndAsync("a");
        string path = Path.GetTempFileName();
        try
        {
            await service.Serverless.History.SaveAsync(path);
            InMemoryHistory loaded = await InMemoryHistory.LoadAsync(path);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(loaded, Is.EqualTo(service.Serverless.History));
                Assert.That(loaded[^1].Detail, Is.EqualTo("two\nlines and a \\ in them"));
                Assert.That(loaded.Exchanges, Is.Empty);
                Assert.That(() => loaded.ReplayAsync(new InMemoryServerless()), Throws.InvalidOperationException.With.Message.Contains("RecordRequests"));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task Replay_ToAServiceThatIsNotFresh_IsRefused()
    {
        InMemoryHistory recorded = await RecordAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => recorded.ReplayAsync(new InMemoryServerless(Busy(1))), Throws.ArgumentException.With.Message.Contains("Manual"));
            Assert.That(recorded.Exchanges.SelectMany(static e => e.Headers).Select(static h => h.Key), Does.Not.Contain("Authorization"));
        }
    }

    [TestCase("nonsense")]
    [TestCase("{\"steps\":1}")]
    [TestCase("{\"steps\":1,\"at\":2,\"verb\":5}")]
    public void Load_OfSomethingElse_NamesTheLine(string line)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, line + "\n");

            Assert.That(() => InMemoryHistory.LoadAsync(path), Throws.InstanceOf<FormatException>().With.Message.StartsWith("Line 1 is not of a history"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task History_OnEveryPlatform_IsTheOneInTheFile(int seed)
    {
        string path = Repository.Folder("tests", "ServerlessCompute.Sdk.Tests", "InMemory", "Golden", $"history-seed-{seed}.txt");
        string history = (await RecordAsync(seed)).ToString() + "\n";
        if (ProcessEnvironment.Current["UPDATE_GOLDEN"] == "1")
        {
            await File.WriteAllTextAsync(path, history);
        }

        Assert.That(history, Is.EqualTo(File.Exists(path) ? await File.ReadAllTextAsync(path) : ""), "UPDATE_GOLDEN=1 writes it anew.");
    }
}
