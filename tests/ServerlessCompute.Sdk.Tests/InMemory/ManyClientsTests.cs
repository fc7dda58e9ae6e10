namespace ServerlessCompute;

[TestFixture]
internal sealed class ManyClientsTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task ManyThreads_SubmittingCancellingAndWatching_LeaveNothingBehind(CancellationToken cancellationToken)
    {
        using var service = new RawService(new InMemoryServerlessOptions { Quota = QuotaProfile.Generous.WithFamily("standardDv3Family", 64) });
        service.Serverless.OnCommand(
            static job => job.Name.EndsWith('0'),
            static async ctx =>
            {
                ctx.Log("begin");
                await ctx.DelayAsync(TimeSpan.FromMinutes(5));
                await Task.Yield();
                ctx.LogMetric("m", 1);
                await ctx.DelayAsync(TimeSpan.FromMinutes(5));
            });

        string[] ends = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            async () =>
            {
                string name = $"job{i}";
                await service.PutJobAsync(name);
                if (i % 7 == 0)
                {
                    await service.ArmAsync("POST", $"jobs/{name}/cancel");
                }

                if (i % 5 == 0)
                {
                    // A watcher that loses patience half-way.
                    using var impatient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    Task<RawAnswer> watch = service.DetailsAsync(name, "wait=864000; until=terminal", cancellationToken: impatient.Token);
                    await impatient.CancelAsync();
                    try
                    {
                        await watch;
                    }
                    catch (OperationCanceledException)
                    {
                        await service.DetailsAsync(name);
                    }
                }

                return (await service.EndAsync(name)).Json.GetProperty("status").GetString()!;
            },
            cancellationToken)));
        await service.Serverless.RunUntilIdleAsync(cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ends, Has.All.AnyOf("Completed", "Canceled"));
            Assert.That(service.Engine.Ledger.DedicatedUsed, Is.Zero);
            Assert.That(service.Serverless.Jobs.Where(static j => j.Name.EndsWith('0') && j.Status == JobStatus.Completed).Select(static j => j.Metrics.Count), Has.All.EqualTo(1));
            Assert.That(service.Serverless.History.Count(static e => e.What is "Completed" or "Canceled"), Is.EqualTo(200));
        }
    }

    [Test]
    public async Task ManyThreads_SubmittingAtOneInstant_StartInTheOrderOfTheirNames()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Quota = QuotaProfile.Generous.WithFamily("standardESv3Family", 4) });
        string[] names = [.. Enumerable.Range(0, 32).Select(static i => $"job{i:00}")];

        await Task.WhenAll(names.Reverse().Select(name => Task.Run(
            () => service.PutJobAsync(name, RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_E4s_v3\"}")))));
        await service.Serverless.RunUntilIdleAsync();

        Assert.That(service.Serverless.History.Where(static e => e.What is "NodesStarting" or "NodesReused").Select(static e => e.JobName), Is.EqualTo(names));
    }
}
