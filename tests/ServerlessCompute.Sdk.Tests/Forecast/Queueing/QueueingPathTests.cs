namespace ServerlessCompute;

/// <summary>
/// Job by job: with the same arrivals and durations every single wait is, to the tick, that of the recursions that define the queues with one
/// server (Lindley) and with several (Kiefer and Wolfowitz).
/// </summary>
[TestFixture]
internal sealed class QueueingPathTests
{
    private static readonly int _jobs = LongRun.IsAsked("QUEUEING") ? 1_000_000 : 20_000;

    [Test]
    [Category("S22")]
    [Category("S27")]
    public void Waits_OneMachine_AreLindleysToTheTick([Values(0.5, 0.9, 0.99)] double load)
    {
        (long[] arrivals, long[] services) = Draw(1, load);

        Assert.That(Engine(1, arrivals, services), Is.EqualTo(Lindley(arrivals, services)));
    }

    [Test]
    [Category("S22")]
    [Category("S27")]
    public void Waits_SeveralMachines_AreKieferAndWolfowitzsToTheTick([Values(2, 5, 16)] int servers, [Values(0.5, 0.9, 0.99)] double load)
    {
        (long[] arrivals, long[] services) = Draw(servers, load);

        Assert.That(Engine(servers, arrivals, services), Is.EqualTo(KieferWolfowitz(servers, arrivals, services)));
    }

    [Test]
    [Category("S22")]
    [Category("S27")]
    public async Task Waits_OfTheServicesOwnJobs_AreKieferAndWolfowitzsToTheTick()
    {
        const int Servers = 3;
        const int Jobs = 400;
        var chance = Chance.Stream(7, 7);
        using var service = new RawService(new InMemoryServerlessOptions
        {
            Clock = InMemoryClock.Manual,
            IdleNodeTime = TimeSpan.Zero,
            Quota = QuotaProfile.Generous.WithFamily("standardESv3Family", Servers * 4),
        });
        service.Serverless.OnCommand(ctx => ctx.DelayAsync(TimeSpan.FromSeconds(chance.Exponential() * 300)));
        for (int i = 0; i < Jobs; i++)
        {
            await service.PutJobAsync($"job{i:000}", RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_E4s_v3\"}"));
            service.Serverless.Advance(TimeSpan.FromTicks(1 + (long)(chance.Exponential() * 150 * TimeSpan.TicksPerSecond)));
        }

        await service.Serverless.RunUntilIdleAsync();
        ILookup<string, InMemoryEvent> events = service.Serverless.History.ToLookup(static e => e.What);
        long[] At(string what) => [.. events[what].OrderBy(static e => e.JobName, StringComparer.Ordinal).Select(static e => e.Time.UtcTicks)];
        (long[] asked, long[] granted, long[] over) = (At("Queued"), At("NodesStarting"), At("Completed"));
        long[] waits = [.. granted.Select((at, i) => at - asked[i])];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((asked.Length, granted.Length, over.Length), Is.EqualTo((Jobs, Jobs, Jobs)));
            Assert.That(waits.Count(static w => w > 0), Is.GreaterThan(Jobs / 3));
            Assert.That(waits, Is.EqualTo(KieferWolfowitz(Servers, asked, [.. over.Select((at, i) => at - granted[i])])));
        }
    }

    [Test]
    public void Recursions_OneServer_AreTheSame()
    {
        (long[] arrivals, long[] services) = Draw(1, 0.9);

        Assert.That(KieferWolfowitz(1, arrivals, services), Is.EqualTo(Lindley(arrivals, services)));
    }

    [Test]
    public void Lindley_OfAHandfulOfJobs_IsWhatOneCountsOnFingers() =>
        Assert.That(Lindley([0, 2, 4, 20], [5, 5, 1, 1]), Is.EqualTo(new long[] { 0, 3, 6, 0 }));

    private static long[] Engine(int servers, long[] arrivals, long[] services)
    {
        var model = new QueueModel(servers, 0.5, JobDuration.Exactly(TimeSpan.FromMinutes(6)));
        return [.. model.Engine(arrivals, services).Play(CancellationToken.None).Groups.Values.Single().Waits];
    }

    /// <summary>Exponential gaps; services short and long, some of no time at all.</summary>
    private static (long[] Arrivals, long[] Services) Draw(int servers, double load)
    {
        var chance = Chance.Stream((int)(load * 100), servers);
        const double Mean = 6.0 * TimeSpan.TicksPerMinute;
        var arrivals = new long[_jobs];
        var services = new long[_jobs];
        long at = 0;
        for (int i = 0; i < _jobs; i++)
        {
            arrivals[i] = at += 1 + (long)(chance.Exponential() * Mean / (servers * load));
            services[i] = chance.Below(10) == 0 ? 0 : (long)(chance.Exponential() * Mean / 0.9);
        }

        return (arrivals, services);
    }

    /// <summary>A job waits as long as its forerunner waited and ran, less the time between them.</summary>
    private static long[] Lindley(long[] arrivals, long[] services)
    {
        var waits = new long[arrivals.Length];
        for (int i = 1; i < waits.Length; i++)
        {
            waits[i] = Math.Max(0, waits[i - 1] + services[i - 1] - (arrivals[i] - arrivals[i - 1]));
        }

        return waits;
    }

    /// <summary>The same over the work that is left on each server, least first: the job goes where least is left.</summary>
    private static long[] KieferWolfowitz(int servers, long[] arrivals, long[] services)
    {
        var waits = new long[arrivals.Length];
        var left = new long[servers];
        for (int i = 0; i < waits.Length; i++)
        {
            waits[i] = left[0];
            left[0] += services[i];
            long gap = i + 1 < waits.Length ? arrivals[i + 1] - arrivals[i] : 0;
            for (int server = 0; server < servers; server++)
            {
                left[server] = Math.Max(0, left[server] - gap);
            }

            Array.Sort(left);
        }

        return waits;
    }
}
