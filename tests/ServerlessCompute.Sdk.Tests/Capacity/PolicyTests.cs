namespace ServerlessCompute;

[TestFixture]
internal sealed class PolicyTests
{
    private const string E4 = "\"resources\":{\"instanceType\":\"Standard_E4s_v3\"}";

    private static async Task<InMemoryJob> RunAsync(ComputePolicy policy, string more)
    {
        using var service = new RawService();
        service.Serverless.Policies.Assign(policy);
        await service.PutJobAsync("a", RawService.CommandBody(more: more));
        await service.EndAsync("a");
        return service.Serverless.Jobs.Single();
    }

    private static IEnumerable<TestCaseData> Denials()
    {
        yield return new(new ComputePolicy { Name = "p", DeniedSizes = ["standard_e*"] }, E4, "it denies the size Standard_E4s_v3");
        yield return new(new ComputePolicy { Name = "p", AllowedSizes = ["Standard_D4s_v3", "Standard_F*"] }, E4, "it allows the sizes Standard_D4s_v3, Standard_F*, and not Standard_E4s_v3");
        yield return new(new ComputePolicy { Name = "p", AllowedTiers = [JobTier.Standard] }, "\"queueSettings\":{\"jobTier\":\"Spot\"}", "it allows Standard machines only");
        yield return new(new ComputePolicy { Name = "p", AllowedTiers = [JobTier.Spot] }, E4, "it allows Spot machines only");
        yield return new(new ComputePolicy { Name = "p", AllowedRegions = ["westeurope"] }, E4, "it allows the regions westeurope, and not eastus");
        yield return new(new ComputePolicy { Name = "p", MaxNodeCount = 2 }, "\"resources\":{\"instanceCount\":3}", "it allows at most 2 node(s), and 3 were asked for");
    }

    [TestCaseSource(nameof(Denials))]
    [Category("S26")]
    public async Task Policy_JobBeyondIt_FailsAndNamesIt(ComputePolicy policy, string more, string reason)
    {
        InMemoryJob job = await RunAsync(policy, more);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((job.Status, job.ErrorCode), Is.EqualTo((JobStatus.Failed, "RequestDisallowedByPolicy")));
            Assert.That(job.ErrorMessage, Does.StartWith("The job was disallowed by policy. Policy identifiers: '[{\"policyAssignment\":{\"name\":\"p\",\"id\":\"/subscriptions/"));
            Assert.That(job.ErrorMessage, Does.EndWith($"The policy p denies it: {reason}."));
        }
    }

    [Test]
    [Category("S26")]
    [Category("S23")]
    public async Task Policy_NoSizeNamed_ChoosesAnAllowedOneAndTellsWhy()
    {
        InMemoryJob job = await RunAsync(new ComputePolicy { Name = "no-d", DeniedSizes = ["Standard_D*"] }, "\"description\":\"any size\"");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(job.InstanceType, Does.Not.StartWith("Standard_D"));
            Assert.That(job.Placement!.Candidates.Single(static c => c.InstanceType == "Standard_D4_v3").Verdict, Is.EqualTo("not allowed by the policy no-d: it denies the size Standard_D4_v3"));
        }
    }

    [Test]
    [Category("S26")]
    [Category("S31")]
    public async Task Policy_RefuseAtPut_AnswersAsAzuresGateway()
    {
        using var service = new RawService(new InMemoryServerlessOptions { RefuseAt = RefuseAt.Put });
        service.Serverless.Policies.Assign(new ComputePolicy { Name = "p", MaxNodeCount = 1 });

        RawAnswer answer = await service.PutJobAsync("a", RawService.CommandBody(more: "\"resources\":{\"instanceCount\":2}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.Error.GetProperty("code").GetString()), Is.EqualTo((403, "RequestDisallowedByPolicy")));
            Assert.That(answer.Header("x-ms-failure-cause"), Is.EqualTo("gateway"));
        }
    }

    [Test]
    [Category("S26")]
    public async Task Assign_WhileAJobWaits_RefusesItAndLeavesWhoRuns()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual, Quota = QuotaProfile.Generous.WithFamily("standardESv3Family", 4) });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        await service.PutJobAsync("a", RawService.CommandBody(more: E4));
        await service.PutJobAsync("b", RawService.CommandBody(more: E4));
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        service.Serverless.Policies.Assign(new ComputePolicy { Name = "p", DeniedSizes = ["Standard_E4s_v3"] });

        Assert.That(service.Serverless.Jobs.Select(static j => j.Status.ToString()), Is.EqualTo(new[] { "Running", "Failed" }));
    }

    [Test]
    public async Task Remove_APolicy_AllowsWhatItDenied()
    {
        using var service = new RawService();
        service.Serverless.Policies.Assign(new ComputePolicy { Name = "p", MaxNodeCount = 1 });
        service.Serverless.Policies.Assign(new ComputePolicy { Name = "p", MaxNodeCount = 2 });
        int assigned = service.Serverless.Policies.Assigned.Count;

        bool removed = service.Serverless.Policies.Remove("p");
        await service.PutJobAsync("a", RawService.CommandBody(more: "\"resources\":{\"instanceCount\":3}"));
        await service.EndAsync("a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((assigned, removed, service.Serverless.Policies.Remove("p")), Is.EqualTo((1, true, false)));
            Assert.That(service.Serverless.Jobs.Single().Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(() => service.Serverless.Policies.Assign(new ComputePolicy { Name = " " }), Throws.ArgumentException);
        }
    }
}
