using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class DelegateTests
{
    [Test]
    public async Task OnCommand_Delegate_LogsMeasuresAndWrites()
    {
        using var service = new RawService();
        service.Serverless.OnCommand("train.py", async ctx =>
        {
            ctx.Log($"running {ctx.Command} on {ctx.NodeCount} x {ctx.InstanceType}");
            for (int epoch = 0; epoch < 3; epoch++)
            {
                await ctx.DelayAsync(TimeSpan.FromMinutes(10));
                ctx.LogMetric("loss", 1.0 / (epoch + 1), epoch);
            }

            ctx.WriteOutput("model", "weights.txt", "42");
            ctx.WriteArtifact("outputs/report.txt", "fine");
        });

        await service.PutJobAsync("job1", RawService.CommandBody(
            "python train.py --lr ${{inputs.lr}} --out ${{outputs.model}}",
            "\"inputs\":{\"lr\":{\"jobInputType\":\"literal\",\"value\":\"0.1\"}},\"outputs\":{\"model\":{\"jobOutputType\":\"uri_folder\"}}"));
        await service.EndAsync("job1");
        InMemoryJob job = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(job.Log, Is.EqualTo("running python train.py --lr 0.1 --out azureml://datastores/workspaceblobstore/paths/azureml/job1/model/ on 1 x Standard_D4_v3\n"));
            Assert.That(job.Metrics, Is.EqualTo(new[] { new InMemoryMetric("loss", 1, 0), new InMemoryMetric("loss", 0.5, 1), new InMemoryMetric("loss", 1.0 / 3, 2) }));
            Assert.That(job.ReadArtifact("outputs/report.txt"), Is.EqualTo("fine"));
            Assert.That(job.EndedAt - job.StartedAt, Is.GreaterThan(TimeSpan.FromMinutes(30)).And.LessThan(TimeSpan.FromMinutes(31)));
            Assert.That(service.Engine.Data.Read("azureml://datastores/workspaceblobstore/paths/azureml/job1/model/").Single().RelativePath, Is.EqualTo("weights.txt"));
        }
    }

    [Test]
    public async Task OnCommand_Throws_FailsTheJobWithTheMessage()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.Fail("out of memory"));
        await service.PutJobAsync("job1");

        JsonElement end = (await service.EndAsync("job1")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.GetProperty("status").GetString(), Is.EqualTo("Failed"));
            Assert.That(end.GetProperty("error").GetProperty("error").GetProperty("message").GetString(), Is.EqualTo("out of memory"));
            Assert.That(service.Serverless.Jobs[0].ErrorMessage, Is.EqualTo("out of memory"));
        }
    }

    [Test]
    public async Task OnCommand_PredicateThrows_FailsTheJob()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static _ => throw new InvalidOperationException("no such thing"), static _ => { });
        await service.PutJobAsync("job1");

        await service.EndAsync("job1");

        Assert.That(service.Serverless.Jobs[0].ErrorMessage, Is.EqualTo("no such thing"));
    }

    [Test]
    public async Task OnCommand_SeveralMatch_TheLatestIsTaken()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.Log("any")).OnCommand("hi", static ctx => ctx.Log("hi"));
        await service.PutJobAsync("a", RawService.CommandBody("echo hi"));
        await service.PutJobAsync("b", RawService.CommandBody("echo ho"));

        await service.Serverless.RunUntilIdleAsync();

        Assert.That(service.Serverless.Jobs.Select(static j => j.Log), Is.EqualTo(new[] { "hi\n", "any\n" }));
    }

    [Test]
    public async Task OnCommand_NoneMatches_TheJobIsScripted()
    {
        using var service = new RawService();
        service.Serverless.OnCommand("train", static ctx => ctx.Fail("not this one"));
        await service.PutJobAsync("a");

        await service.EndAsync("a");

        Assert.That((await service.StatusAsync("a"), service.Serverless.Jobs[0].Log), Is.EqualTo(("Completed", "In-memory run: the command is not executed, it takes its time and succeeds.\n")));
    }

    [Test]
    [Category("S42")]
    public async Task Cancel_WhileADelegateWaits_CancelsItsTokenAndItsDelay()
    {
        using var service = new RawService();
        bool sawToken = false;
        service.Serverless.OnCommand(async ctx =>
        {
            try
            {
                await ctx.DelayAsync(TimeSpan.FromDays(1));
            }
            finally
            {
                sawToken = ctx.CancellationToken.IsCancellationRequested;
            }
        });
        await service.PutJobAsync("a");
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        service.Serverless.Cancel("a");
        await service.EndAsync("a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sawToken);
            Assert.That(await service.StatusAsync("a"), Is.EqualTo("Canceled"));
            Assert.That(service.Serverless.Now - service.Serverless.Options.StartTime, Is.LessThan(TimeSpan.FromMinutes(10)));
        }
    }

    [Test]
    [Category("S46")]
    public async Task Timeout_OfTheJob_CancelsItAndSaysWhy()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromDays(1)));
        await service.PutJobAsync("a", RawService.CommandBody(more: "\"limits\":{\"jobLimitsType\":\"Command\",\"timeout\":\"PT1H\"}"));

        JsonElement end = (await service.EndAsync("a")).Json;
        JsonElement run = (await service.SendAsync("GET", $"{service.History}/runs/a")).Json;
        InMemoryJob job = service.Serverless.Jobs[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.GetProperty("status").GetString(), Is.EqualTo("Canceled"));
            Assert.That(end.GetProperty("warnings")[0].GetProperty("message").GetString(), Is.EqualTo("The job ran longer than its limits.timeout of PT1H."));
            Assert.That(run.GetProperty("cancelationReason").GetString(), Is.EqualTo("The job ran longer than its limits.timeout of PT1H."));
            Assert.That(job.EndedAt - job.StartedAt, Is.GreaterThan(TimeSpan.FromHours(1)).And.LessThan(TimeSpan.FromMinutes(61)));
        }
    }

    [Test]
    public async Task Fail_ALiveJob_FailsAtOnceAndFreesItsCores()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromDays(1)));
        await service.PutJobAsync("a");
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        service.Serverless.Fail("a", "the node broke");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await service.StatusAsync("a"), Is.EqualTo("Failed"));
            Assert.That((service.Serverless.Jobs[0].ErrorCode, service.Serverless.Jobs[0].ErrorMessage), Is.EqualTo(("ServiceError", "the node broke")));
            Assert.That(service.Engine.Ledger.DedicatedUsed, Is.Zero);
        }
    }

    [Test]
    public void Verbs_OnAnUnknownJob_SaySo()
    {
        using var serverless = new InMemoryServerless();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => serverless.Cancel("x"), Throws.ArgumentException.With.Message.StartsWith("There is no job 'x' in this in-memory service."));
            Assert.That(() => serverless.Fail("x", "y"), Throws.ArgumentException);
            Assert.That(() => serverless.Explain("x"), Throws.ArgumentException);
        }
    }

    [Test]
    public async Task HostAwaitingDelegate_MovesTimeWithTheWall()
    {
        var host = new HandClock();
        using var service = new RawService(new InMemoryServerlessOptions { HostTime = host });
        var outside = new TaskCompletionSource();
        service.Serverless.OnCommand(_ => outside.Task);
        await service.PutJobAsync("a");
        await service.PutJobAsync("b");

        Task<RawAnswer> end = service.EndAsync("a");
        DateTimeOffset before = service.Serverless.Now;
        host.Advance(TimeSpan.FromSeconds(90));
        DateTimeOffset after = service.Serverless.Now;
        bool heldMeanwhile = !end.IsCompleted;
        outside.SetResult();
        await end;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after - before, Is.EqualTo(TimeSpan.FromSeconds(90)));
            Assert.That(heldMeanwhile);
            Assert.That(await service.StatusAsync("a"), Is.EqualTo("Completed"));
        }
    }

    [Test]
    public async Task Delegates_Repeated_GiveTheSameHistoryLetterByLetter()
    {
        async Task<string> RunAsync()
        {
            using var service = new RawService(new InMemoryServerlessOptions { Seed = 7, Quota = QuotaProfile.Generous.WithFamily("standardDv3Family", 40) });
            service.Serverless.OnCommand(static async ctx =>
            {
                for (int i = 0; i < 3; i++)
                {
                    await ctx.DelayAsync(TimeSpan.FromSeconds(ctx.Random.Next(10, 1000)));
                }
            });
            await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => service.PutJobAsync($"job{i}"))));
            await service.Serverless.RunUntilIdleAsync();
            return service.Serverless.History.ToString();
        }

        Assert.That(await RunAsync(), Is.EqualTo(await RunAsync()));
    }

    [Test]
    public async Task Outputs_WithAnAssetName_AreRegisteredWhenTheJobSucceeds()
    {
        using var service = new RawService();
        string body = RawService.CommandBody(more: "\"outputs\":{\"m\":{\"jobOutputType\":\"mlflow_model\",\"assetName\":\"taxi\"},\"d\":{\"jobOutputType\":\"uri_folder\",\"assetName\":\"rows\",\"assetVersion\":\"v1\"}}");
        service.Serverless.OnCommand(static job => job.Name == "bad", static ctx => ctx.Fail("no"));
        foreach (string job in new[] { "first", "second", "bad" })
        {
            await service.PutJobAsync(job, body);
            await service.EndAsync(job);
        }

        JsonElement models = (await service.ArmAsync("GET", "models/taxi/versions")).Json.GetProperty("value");
        JsonElement data = (await service.ArmAsync("GET", "data/rows/versions/v1")).Properties;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(models.EnumerateArray().Select(static m => (m.GetProperty("name").GetString(), m.GetProperty("properties").GetProperty("jobName").GetString())), Is.EqualTo(new[] { ("2", "second"), ("1", "first") }));
            Assert.That(data.GetProperty("dataUri").GetString(), Does.EndWith("/datastores/workspaceblobstore/paths/azureml/second/d/"));
        }
    }

    [TestCase("a b", "eastus")]
    [TestCase("", "eastus")]
    [TestCase("serverless", "east/us")]
    public void Options_WithANameThatFitsNoAddress_AreRefused(string workspace, string region) =>
        Assert.That(
            () => new InMemoryServerless(new InMemoryServerlessOptions { WorkspaceName = workspace, Region = region }),
            Throws.ArgumentException.With.Message.Contains("It stands in addresses"));

    [Test]
    public void Options_WithNegativeQuota_AreRefused() =>
        Assert.That(() => new InMemoryServerless(new InMemoryServerlessOptions { Quota = QuotaProfile.Generous with { TotalDedicated = -1 } }), Throws.ArgumentException);

    [Test]
    public async Task Dispose_EndsWhatRunsAndMayBeRepeated()
    {
        var service = new RawService();
        var stopped = new TaskCompletionSource();
        service.Serverless.OnCommand(async ctx =>
        {
            using CancellationTokenRegistration registration = ctx.CancellationToken.Register(stopped.SetResult);
            await stopped.Task;
        });
        await service.PutJobAsync("a");
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        await service.Serverless.DisposeAsync();
        service.Dispose();

        Assert.That(stopped.Task.IsCompletedSuccessfully);
    }
}
