namespace ServerlessCompute;

[TestFixture]
internal sealed class UtilizationTests
{
    private const string TwoGpus = "\"resources\":{\"instanceType\":\"Standard_NC6s_v3\",\"instanceCount\":2}";

    private static InMemoryServerlessOptions Manual { get; } = new() { Clock = InMemoryClock.Manual };

    [Test]
    public async Task Utilization_OfAScriptedJob_IsSampledEachMinuteOnEachNode()
    {
        using var service = new RawService(Manual);
        using var same = new RawService(Manual);
        foreach (RawService one in new[] { service, same })
        {
            await one.PutJobAsync("a", RawService.CommandBody(more: TwoGpus));
            one.Serverless.Advance(TimeSpan.FromHours(2));
        }

        InMemoryJob job = service.Serverless.Jobs.Single();
        IReadOnlyList<UtilizationSample> samples = job.Utilization;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(samples, Has.Count.EqualTo(2 * (int)Math.Ceiling((job.EndedAt!.Value - job.StartedAt!.Value).TotalMinutes)));
            Assert.That(samples.Take(3).Select(s => (s.Time - job.StartedAt!.Value, s.Node)), Is.EqualTo(new[] { (TimeSpan.Zero, 0), (TimeSpan.Zero, 1), (TimeSpan.FromMinutes(1), 0) }));
            Assert.That(samples.Select(static s => s.CpuPercent), Has.All.InRange(29, 100));
            Assert.That(samples.Select(static s => s.GpuPercent), Has.All.InRange(44.0, 100.0));
            Assert.That(same.Serverless.Jobs.Single().Utilization, Is.EqualTo(samples), "equal seeds, equal samples");
        }
    }

    [Test]
    public async Task Utilization_ThatADelegateReports_IsReadBack()
    {
        using var service = new RawService(Manual);
        service.Serverless.OnCommand(static async ctx =>
        {
            ctx.ReportUtilization(20, 30);
            await ctx.DelayAsync(TimeSpan.FromMinutes(2));
            ctx.ReportUtilization(90, 40, 80);
            await ctx.DelayAsync(TimeSpan.FromMinutes(2));
        });
        await service.PutJobAsync("cpu");
        await service.PutJobAsync("gpu", RawService.CommandBody(more: TwoGpus));
        service.Serverless.Advance(TimeSpan.FromHours(2));
        InMemoryJob[] jobs = [.. service.Serverless.Jobs];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(jobs[0].Utilization.Take(4).Select(static s => (s.CpuPercent, s.MemoryPercent, s.GpuPercent)), Is.EqualTo(new (double, double, double?)[] { (20, 30, null), (20, 30, null), (90, 40, null), (90, 40, null) }));
            Assert.That(jobs[1].Utilization.Take(8).Where(static s => s.Node == 1).Select(static s => s.GpuPercent), Is.EqualTo(new[] { 0, 0, 80.0, 80 }));
        }
    }

    [Test]
    public async Task ReportUtilization_BeyondAHundred_IsRefused()
    {
        using var service = new RawService(Manual);
        service.Serverless.OnCommand(static ctx => ctx.ReportUtilization(101));
        await service.PutJobAsync("a");
        service.Serverless.Advance(TimeSpan.FromHours(2));

        Assert.That(service.Serverless.Jobs.Single().ErrorMessage, Does.Contain("100"));
    }

    [Test]
    public async Task Utilization_BeforeAJobRuns_IsEmpty()
    {
        using var service = new RawService(Manual);
        await service.PutJobAsync("a");

        Assert.That(service.Serverless.Jobs.Single().Utilization, Is.Empty);
    }

    [Test]
    [Category("S49")]
    public async Task Nodes_StartRunStandAndGo()
    {
        using var service = new RawService(Manual);
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromMinutes(10)));
        await service.PutJobAsync("a", RawService.CommandBody(more: TwoGpus));
        var seen = new List<string>();
        for (int second = 0; second < 1200; second++)
        {
            service.Serverless.Advance(TimeSpan.FromSeconds(1));
            string now = string.Join(' ', service.Serverless.Nodes.Select(static n => $"{n.Name} {n.State} {n.JobName}"));
            if (seen.Count == 0 || seen[^1] != now)
            {
                seen.Add(now);
            }
        }

        Assert.That(
            seen,
            Is.EqualTo(new[] { "", "node-000001 Starting a node-000002 Starting a", "node-000001 Running a node-000002 Running a", "node-000001 Idle a node-000002 Idle a", "" }));
    }
}
