namespace ServerlessCompute;

[TestFixture]
internal sealed class ExplainTests
{
    private const string Family = "standardESv3Family";

    private static RawService With(int family = 1000, int total = 100_000, SpotMarket? market = null)
    {
        var service = new RawService(new InMemoryServerlessOptions
        {
            Clock = InMemoryClock.Manual,
            Quota = QuotaProfile.Generous.WithFamily(Family, family) with { TotalDedicated = total },
            Spot = market ?? SpotMarket.Calm,
        });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        return service;
    }

    private static async Task SubmitAsync(RawService service, string job, string size = "Standard_E4s_v3", int nodes = 1, string tier = "Standard")
    {
        await service.PutJobAsync(job, RawService.CommandBody(more: $$"""
            "resources":{"instanceType":"{{size}}","instanceCount":{{nodes}}},"queueSettings":{"jobTier":"{{tier}}"}
            """));
        service.Serverless.Advance(TimeSpan.FromSeconds(10));
    }

    private static StartAdvice? Of(JobExplanation explanation, StartAdviceKind kind) => explanation.Sooner.FirstOrDefault(a => a.Kind == kind);

    [Test]
    [Category("S22")]
    public async Task Explain_FamilyIsFull_TellsWhyBehindWhomSinceWhenAndWhatElse()
    {
        using RawService service = With(family: 12);
        await SubmitAsync(service, "a", nodes: 2);
        DateTimeOffset asked = service.Serverless.Now + TimeSpan.FromSeconds(4);
        await SubmitAsync(service, "b", nodes: 3);
        await SubmitAsync(service, "c");

        JobExplanation first = service.Serverless.Explain("b");
        JobExplanation second = service.Serverless.Explain("c");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Wait!.Reason, first.Wait.Since), Is.EqualTo((WaitReason.FamilyQuota, asked)));
            Assert.That((first.Wait.VirtualCpusNeeded, first.Wait.VirtualCpusFree, first.Wait.VirtualCpuLimit, first.Wait.JobsAhead), Is.EqualTo((12, 4, 12, 0)));
            Assert.That(first.Wait.Holding, Is.EqualTo(new[] { "a" }));
            Assert.That(first.Wait.Message, Is.EqualTo("Waiting for quota of standardESv3Family: 12 vCPUs needed, 4 of 12 free, 0 job(s) ahead. In use by a."));
            Assert.That(Of(first, StartAdviceKind.FewerNodes), Is.EqualTo(new StartAdvice { Kind = StartAdviceKind.FewerNodes, Text = "1 node(s) of Standard_E4s_v3 in place of 3", InstanceType = "Standard_E4s_v3", NodeCount = 1 }));
            Assert.That(Of(first, StartAdviceKind.MoreQuota)!.VirtualCpus, Is.EqualTo(20));
            Assert.That(Of(first, StartAdviceKind.AnotherTier)!.Tier, Is.EqualTo(JobTier.Spot));
            Assert.That(Of(first, StartAdviceKind.AnotherSize)!.Text, Is.EqualTo("3 node(s) of Standard_A4m_v2 (4 vCPUs, 32 GiB, 0.237 USD an hour)"));

            Assert.That((second.Wait!.Reason, second.Wait.JobsAhead), Is.EqualTo((WaitReason.Turn, 1)));
            Assert.That(second.Wait.Ahead, Is.EqualTo(new[] { "b" }));
            Assert.That(Of(second, StartAdviceKind.FewerNodes), Is.Null, "it is not its nodes that it waits for");
            Assert.That(second.ToString(), Does.StartWith("c: Queued\nWaits: Waiting for its turn: 4 vCPUs needed, 4 of 12 free, 1 job(s) ahead (b). In use by a.\n  sooner: 1 node(s) of "));
            Assert.That(second.ToString(), Does.Contain("Size: Standard_E4s_v3 was named by the job"));
        }
    }

    [TestCase(StartAdviceKind.FewerNodes)]
    [TestCase(StartAdviceKind.AnotherSize)]
    [TestCase(StartAdviceKind.AnotherTier)]
    [Category("S22")]
    public async Task Explain_Advice_WhenFollowedStartsTheJobAtOnce(StartAdviceKind kind)
    {
        using RawService service = With(family: 12);
        await SubmitAsync(service, "a", nodes: 2);
        await SubmitAsync(service, "b", nodes: 3);
        StartAdvice advice = Of(service.Serverless.Explain("b"), kind)!;

        service.Serverless.Cancel("b");
        service.Serverless.Advance(TimeSpan.FromMinutes(1));
        await SubmitAsync(service, "c", advice.InstanceType!, advice.NodeCount!.Value, advice.Tier?.ToString() ?? "Standard");

        Assert.That(service.Serverless.Explain("c").Wait!.Reason, Is.EqualTo(WaitReason.NodesStarting));
    }

    [Test]
    [Category("S22")]
    public async Task Explain_MoreQuota_WhenGivenStartsTheJobAndThoseAhead()
    {
        using RawService service = With(family: 12);
        await SubmitAsync(service, "a", nodes: 2);
        await SubmitAsync(service, "b", nodes: 3);
        await SubmitAsync(service, "c", nodes: 2);
        StartAdvice advice = Of(service.Serverless.Explain("c"), StartAdviceKind.MoreQuota)!;

        service.Serverless.Quotas.SetFamily(Family, (int)advice.VirtualCpus! - 1);
        WaitReason before = service.Serverless.Explain("c").Wait!.Reason;
        service.Serverless.Quotas.SetFamily(Family, (int)advice.VirtualCpus!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Text, Is.EqualTo("28 vCPUs in place of 12 as the subscription's quota of standardESv3Family, which starts those ahead too"));
            Assert.That(before, Is.EqualTo(WaitReason.FamilyQuota));
            Assert.That(service.Serverless.Explain("c").Wait!.Reason, Is.EqualTo(WaitReason.NodesStarting));
        }
    }

    [Test]
    [Category("S24")]
    public async Task Explain_EachLimit_IsToldByItsName()
    {
        using RawService service = With(family: 12, total: 12);
        service.Serverless.Quotas.SetTotalLowPriority(4);
        await SubmitAsync(service, "a", nodes: 2);
        service.Serverless.Quotas.SetWorkspaceFamily(Family, 8);
        await SubmitAsync(service, "workspace");
        await SubmitAsync(service, "total", "Standard_F8s_v2");
        await SubmitAsync(service, "spot", tier: "Spot");
        await SubmitAsync(service, "low", tier: "Spot");

        WaitExplanation Wait(string job) => service.Serverless.Explain(job).Wait!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Wait("workspace").Reason, Is.EqualTo(WaitReason.WorkspaceQuota));
            Assert.That(Of(service.Serverless.Explain("workspace"), StartAdviceKind.MoreQuota)!.Text, Is.EqualTo("12 vCPUs in place of 8 as the workspace's quota of standardESv3Family"));
            Assert.That((Wait("total").Reason, Wait("total").Message), Is.EqualTo((WaitReason.TotalQuota, "Waiting for quota of all families on dedicated machines: 8 vCPUs needed, 4 of 12 free, 0 job(s) ahead. In use by a.")));
            Assert.That((Wait("low").Reason, Wait("low").Message), Is.EqualTo((WaitReason.TotalQuota, "Waiting for quota of all families on Spot machines: 4 vCPUs needed, 0 of 4 free, 0 job(s) ahead. In use by spot.")));
            Assert.That(Of(service.Serverless.Explain("low"), StartAdviceKind.AnotherTier), Is.Null, "the workspace's quota is full there, too");
        }
    }

    [Test]
    [Category("S45")]
    public async Task Explain_SpotMarketHasNone_SaysThatAzureHasTooFew()
    {
        using RawService service = With(market: new SpotMarket { VirtualCpusPerFamily = 8 });
        for (int i = 0; i < 6; i++)
        {
            await SubmitAsync(service, $"job{i}", tier: "Spot");
        }

        JobExplanation last = service.Serverless.Explain("job5");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(last.Wait!.Reason, Is.EqualTo(WaitReason.Machines));
            Assert.That(last.Wait.Message, Does.StartWith("Waiting for machines of standardESv3Family, of which Azure has too few now: 4 vCPUs needed, "));
            Assert.That(Of(last, StartAdviceKind.AnotherTier)!.Text, Is.EqualTo("the Standard tier, where Standard_E4s_v3 is free"));
            Assert.That(Of(last, StartAdviceKind.MoreQuota), Is.Null);
        }
    }

    [Test]
    [Category("S32")]
    public async Task Explain_ClusterIsBusy_AdvisesServerless()
    {
        using RawService service = With();
        service.Serverless.AddCluster("cpu-cluster", "Standard_E4s_v3", 0, 1);
        foreach (string job in new[] { "a", "b", "c" })
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: $"\"computeId\":\"{service.Workspace}/computes/cpu-cluster\""));
        }

        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        JobExplanation last = service.Serverless.Explain("c");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(last.Wait!.Reason, Is.EqualTo(WaitReason.ClusterNodes));
            Assert.That(last.Wait.Message, Is.EqualTo("Waiting for the compute cpu-cluster: 1 node(s) needed, 0 of 1 available, 1 job(s) ahead (b). In use by a."));
            Assert.That(last.Sooner.Single().Text, Is.EqualTo("serverless compute in place of cpu-cluster: quota for it is free"));
        }
    }

    [Test]
    public async Task Explain_BeforeAndAfter_TellsWhatThereIs()
    {
        using RawService service = With();
        await service.ArmAsync("PUT", "environments/conda/versions/1", """{"properties":{"image":"python:3.12","condaFile":"dependencies: [python]"}}""");
        await service.PutJobAsync("image", $$$"""{"properties":{"jobType":"Command","command":"echo","environmentId":"{{{service.Workspace}}}/environments/conda/versions/1"}}""");
        JobExplanation accepted = service.Serverless.Explain("image");
        service.Serverless.Advance(TimeSpan.FromSeconds(10));
        JobExplanation building = service.Serverless.Explain("image");
        service.Serverless.Advance(TimeSpan.FromHours(3));
        JobExplanation over = service.Serverless.Explain("image");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((accepted.Wait, accepted.Placement), Is.EqualTo(((WaitExplanation?)null, (PlacementDecision?)null)));
            Assert.That(building.Wait!.Reason, Is.EqualTo(WaitReason.Image));
            Assert.That((over.Wait, over.Status), Is.EqualTo(((WaitExplanation?)null, JobStatus.Completed)));
            Assert.That(over.ToString(), Does.Match(@"^image: Completed\nCost: 1\.\d+ node hours, 0\.\d+ USD\nSize: Standard_D4_v3 has the most points"));
        }
    }

    [Test]
    [Category("S44")]
    public async Task QueueingInfo_InRunHistory_SaysTheSame()
    {
        using RawService service = With(family: 4);
        await SubmitAsync(service, "a");
        await SubmitAsync(service, "b");

        string message = (await service.DetailsAsync("b")).Json.GetProperty("queueingInfo").GetProperty("message").GetString()!;

        Assert.That(message, Is.EqualTo("Job needs 1 node(s) while currently the cluster only has 0 available node(s). " + service.Serverless.Explain("b").Wait!.Message));
    }
}
