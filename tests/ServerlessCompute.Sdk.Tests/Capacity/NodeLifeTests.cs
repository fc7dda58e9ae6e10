using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class NodeLifeTests
{
    private const string E4 = "\"resources\":{\"instanceType\":\"Standard_E4s_v3\"}";
    private const string TwoE4 = "\"resources\":{\"instanceType\":\"Standard_E4s_v3\",\"instanceCount\":2}";
    private const string Family = "standardESv3Family";

    private static RawService Hourly(int quota = 1000, TimeSpan? idle = null)
    {
        var service = new RawService(new InMemoryServerlessOptions
        {
            Clock = InMemoryClock.Manual,
            Quota = QuotaProfile.Generous.WithFamily(Family, quota),
            IdleNodeTime = idle ?? TimeSpan.FromSeconds(120),
        });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        return service;
    }

    private static async Task<InMemoryJob> RunAsync(RawService service, string job, string more = E4, string? environment = null)
    {
        await service.PutJobAsync(job, environment is null
            ? RawService.CommandBody(more: more)
            : $$$"""{"properties":{"jobType":"Command","command":"echo","environmentId":"{{{environment}}}",{{{more}}}}}""");
        while (!service.Serverless.Jobs.Single(j => j.Name == job).Status.IsTerminal)
        {
            service.Serverless.Advance(TimeSpan.FromSeconds(1));
        }

        return service.Serverless.Jobs.Single(j => j.Name == job);
    }

    private static string HowItGotNodes(RawService service, string job) =>
        service.Serverless.History.Single(e => e.JobName == job && e.What.StartsWith("Nodes", StringComparison.Ordinal)).What;

    [TestCase(100, "NodesReused")]
    [TestCase(120, "NodesStarting")]
    [Category("S49")]
    public async Task Nodes_OfAJobBefore_AreKeptForTwoMinutes(int later, string how)
    {
        using RawService service = Hourly();
        await RunAsync(service, "a");

        // The next job asks for nodes four seconds after it was sent.
        service.Serverless.Advance(TimeSpan.FromSeconds(later - 4));
        InMemoryJob next = await RunAsync(service, "b");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(HowItGotNodes(service, "b"), Is.EqualTo(how));
            Assert.That(next.StartedAt - next.CreatedAt, how == "NodesReused" ? Is.EqualTo(TimeSpan.FromSeconds(4)) : Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(49)));
        }
    }

    [TestCase(E4, "azureml:another:1")]
    [TestCase("\"resources\":{\"instanceType\":\"Standard_E8s_v3\"}", null)]
    [TestCase(E4 + ",\"queueSettings\":{\"jobTier\":\"Spot\"}", null)]
    [TestCase(E4 + ",\"identity\":{\"identityType\":\"UserIdentity\"}", null)]
    [Category("S49")]
    public async Task Nodes_OfAnotherImageSizeTierOrOwner_AreNotReused(string more, string? environment)
    {
        using RawService service = Hourly();
        await RunAsync(service, "a");

        await RunAsync(service, "b", more, environment);

        Assert.That(HowItGotNodes(service, "b"), Is.EqualTo("NodesStarting"));
    }

    [Test]
    [Category("S49")]
    public async Task Nodes_FewerIdleThanNeeded_StartTheRestAndReuseWhatIsThere()
    {
        using RawService service = Hourly();
        InMemoryJob first = await RunAsync(service, "a");

        InMemoryJob second = await RunAsync(service, "b", TwoE4);
        InMemoryJob third = await RunAsync(service, "c", TwoE4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(HowItGotNodes(service, "b"), Is.EqualTo("NodesStarting"));
            Assert.That(HowItGotNodes(service, "c"), Is.EqualTo("NodesReused"));
            Assert.That(first.EndedAt, Is.LessThan(second.EndedAt!.Value));
            Assert.That(third.StartedAt - third.CreatedAt, Is.EqualTo(TimeSpan.FromSeconds(4)));
        }
    }

    [Test]
    [Category("S27")]
    [Category("S49")]
    public async Task Nodes_IdleWhileAnotherJobNeedsTheirCores_GiveWayAtOnce()
    {
        using RawService service = Hourly(quota: 4);
        InMemoryJob first = await RunAsync(service, "a");

        InMemoryJob other = await RunAsync(service, "b", E4, "azureml:another:1");
        InMemoryJob paid = service.Serverless.Jobs[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Serverless.History.Where(static e => e.What == "Waiting"), Is.Empty);
            Assert.That(HowItGotNodes(service, "b"), Is.EqualTo("NodesStarting"));
            Assert.That(other.CreatedAt, Is.EqualTo(first.EndedAt));
            Assert.That(paid.Cost.NodeTime - first.Cost.NodeTime, Is.EqualTo(TimeSpan.FromSeconds(4)), "it stood idle until the other asked");
        }
    }

    [Test]
    [Category("S49")]
    public async Task Nodes_WithoutIdleTime_GoWithTheirJobs()
    {
        using RawService service = Hourly(idle: TimeSpan.Zero);
        await RunAsync(service, "a");

        await RunAsync(service, "b");

        Assert.That(HowItGotNodes(service, "b"), Is.EqualTo("NodesStarting"));
    }

    [Test]
    [Category("S50")]
    public async Task Cost_OfAJob_RunsFromNodeStartToNodeRelease()
    {
        using RawService service = Hourly();
        InMemoryJob atEnd = await RunAsync(service, "a", TwoE4);
        service.Serverless.Advance(TimeSpan.FromHours(1));
        InMemoryJob atLast = service.Serverless.Jobs.Single();

        DateTimeOffset granted = service.Serverless.History.Single(static e => e.What == "NodesStarting").Time;
        TimeSpan busy = atEnd.EndedAt!.Value - granted;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(atEnd.Cost.NodeTime, Is.EqualTo(2 * busy));
            Assert.That(atLast.Cost.NodeTime, Is.EqualTo(2 * (busy + TimeSpan.FromSeconds(120))));
            Assert.That(atLast.Cost.Dollars, Is.EqualTo((decimal)atLast.Cost.NodeTime.TotalHours * 0.252m).Within(1e-9m));
            Assert.That(atLast.Cost.IsStale, Is.False);
            Assert.That(atLast.Cost.ToString(), Does.Match(@"^2\.\d+ node hours, 0\.5\d* USD$"));
        }
    }

    [Test]
    [Category("S50")]
    public async Task Cost_OfANodeThatIsReused_IsEachJobsShare()
    {
        using RawService service = Hourly();
        InMemoryJob first = await RunAsync(service, "a");
        service.Serverless.Advance(TimeSpan.FromSeconds(60));
        await RunAsync(service, "b");
        service.Serverless.Advance(TimeSpan.FromHours(1));
        InMemoryJob[] jobs = [.. service.Serverless.Jobs];

        DateTimeOffset started = service.Serverless.History.Single(static e => e.What == "NodesStarting").Time;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(jobs[0].Cost.NodeTime, Is.EqualTo(first.Cost.NodeTime + TimeSpan.FromSeconds(64)));
            Assert.That(jobs[0].Cost.NodeTime + jobs[1].Cost.NodeTime, Is.EqualTo(jobs[1].EndedAt!.Value + TimeSpan.FromSeconds(120) - started));
        }
    }

    [TestCase("Standard_E4s_v3", "Standard", 0.252, false)]
    [TestCase("Standard_E16s_v3", "Spot", 0.121968, false)]
    [TestCase("Standard_E4s_v3", "Spot", 0.0504, true)]
    [TestCase("Standard_D4ds_v4", "Spot", null, false)]
    [Category("S50")]
    public async Task Cost_OfATier_IsThePriceOfItsListOrUnknown(string size, string tier, double? price, bool stale)
    {
        using RawService service = Hourly(idle: TimeSpan.Zero);

        JobCost cost = (await RunAsync(service, "a", $$"""
            "resources":{"instanceType":"{{size}}"},"queueSettings":{"jobTier":"{{tier}}"}
            """)).Cost;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cost.Dollars, price is null ? Is.Null : Is.EqualTo((decimal)cost.NodeTime.TotalHours * (decimal)(price ?? 0)).Within(1e-9m));
            Assert.That(cost.IsStale, Is.EqualTo(stale));
            Assert.That(cost.ToString(), Does.EndWith(price is null ? "price unknown" : stale ? "USD at a price of 2020" : "USD"));
        }
    }

    [Test]
    [Category("S50")]
    public async Task Cost_InRunHistory_IsTheJobsNodeSeconds()
    {
        using RawService service = Hourly(idle: TimeSpan.Zero);
        await service.PutJobAsync("a", RawService.CommandBody(more: TwoE4));
        JsonElement before = (await service.DetailsAsync("a")).Json.GetProperty("jobCost");
        service.Serverless.Advance(TimeSpan.FromHours(2));

        JsonElement cost = (await service.DetailsAsync("a")).Json.GetProperty("jobCost");
        double seconds = service.Serverless.Jobs.Single().Cost.NodeTime.TotalSeconds;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.EnumerateObject().Select(static p => p.Value.ValueKind), Has.All.EqualTo(JsonValueKind.Null));
            Assert.That(cost.GetProperty("chargedNodeUtilizationSeconds").GetDouble(), Is.EqualTo(seconds).And.GreaterThan(7200));
            Assert.That(cost.GetProperty("chargedCpuCoreSeconds").GetDouble(), Is.EqualTo(4 * seconds));
            Assert.That(cost.GetProperty("chargedGpuSeconds").GetDouble(), Is.Zero);
            Assert.That(cost.GetProperty("chargedCpuMemoryMegabyteSeconds").GetDouble(), Is.EqualTo(32 * 1024 * seconds));
        }
    }

    [Test]
    [Category("S50")]
    public async Task Cost_OfAJobThatNeverHadNodes_IsNothing()
    {
        using RawService service = Hourly(quota: 4);
        await service.PutJobAsync("a", RawService.CommandBody(more: E4));
        await service.PutJobAsync("b", RawService.CommandBody(more: E4));
        service.Serverless.Advance(TimeSpan.FromMinutes(1));
        service.Serverless.Cancel("b");
        service.Serverless.Advance(TimeSpan.FromHours(3));

        Assert.That(service.Serverless.Jobs[1].Cost, Is.EqualTo(new JobCost { NodeTime = TimeSpan.Zero, Dollars = 0 }));
    }
}
