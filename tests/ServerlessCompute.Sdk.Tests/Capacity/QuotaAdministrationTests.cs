using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class QuotaAdministrationTests
{
    private const string Family = "standardESv3Family";
    private const string E4 = "\"resources\":{\"instanceType\":\"Standard_E4s_v3\"}";

    private static RawService With(int family, int total = 100_000, int lowPriority = 10_000)
    {
        var service = new RawService(new InMemoryServerlessOptions
        {
            Clock = InMemoryClock.Manual,
            Quota = QuotaProfile.Generous.WithFamily(Family, family) with { TotalDedicated = total, TotalLowPriority = lowPriority },
        });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        return service;
    }

    private static async Task SubmitAsync(RawService service, string more, params string[] jobs)
    {
        foreach (string job in jobs)
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: more));
        }

        service.Serverless.Advance(TimeSpan.FromMinutes(5));
    }

    private static string[] Statuses(RawService service) => [.. service.Serverless.Jobs.Select(static j => j.Status.ToString())];

    private static async Task<JsonElement[]> RowsAsync(RawService service, string what, string family = Family) =>
        [.. (await service.SendAsync("GET", $"https://management.azure.com{service.Engine.Workspace.LocationPrefix}/{what}?api-version=2024-04-01")).Json
            .GetProperty("value").EnumerateArray().Where(r => r.GetProperty("name").GetProperty("value").GetString() == family)];

    private static Task<RawAnswer> UpdateAsync(RawService service, params string[] items) => service.SendAsync(
        "POST",
        $"https://management.azure.com{service.Engine.Workspace.LocationPrefix}/updateQuotas?api-version=2024-04-01",
        $$"""{"value":[{{string.Join(',', items)}}]}""");

    private static string Item(RawService service, string family, long limit) =>
        $$"""{"id":"{{service.Workspace}}/quotas/{{family}}","type":"Microsoft.MachineLearningServices/workspaces/dedicatedCores/quotas","limit":{{limit}},"unit":"Count"}""";

    [Test]
    [Category("S26")]
    public async Task SetFamily_Raised_StartsWhoWaitsAtOnce()
    {
        using RawService service = With(family: 4);
        await SubmitAsync(service, E4, "a", "b", "c");
        string[] before = Statuses(service);

        service.Serverless.Quotas.SetFamily(Family, 8);
        InMemoryEvent last = service.Serverless.History[^1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(new[] { "Running", "Queued", "Queued" }));
            Assert.That((last.JobName, last.What, last.Time), Is.EqualTo(("b", "NodesStarting", service.Serverless.Now)));
            Assert.That(service.Serverless.Quotas[Family].Used, Is.EqualTo(8));
        }
    }

    [Test]
    [Category("S26")]
    [Category("S20")]
    public async Task SetFamily_LoweredUnderWhatAWaitingJobNeeds_FailsItAndKeepsWhoRuns()
    {
        using RawService service = With(family: 12);
        await SubmitAsync(service, E4, "a", "b");
        await SubmitAsync(service, "\"resources\":{\"instanceType\":\"Standard_E4s_v3\",\"instanceCount\":3}", "large");

        service.Serverless.Quotas.SetFamily(Family, 4);
        InMemoryJob large = service.Serverless.Jobs[2];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Running", "Running", "Failed" }));
            Assert.That((large.ErrorCode, large.ErrorMessage), Is.EqualTo(("JobNodeCountExceedsCoreQuota", large.Placement!.Reason)));
            Assert.That(large.ErrorMessage, Does.Contain("vCPU quota of 4 and is less than the requested job node count of 3 which maps to 12 vCPUs").And.Contain("at most 1 node(s)"));
            Assert.That(service.Serverless.Quotas[Family].Free, Is.EqualTo(-4), "recorded: use may be above the limit");
        }
    }

    [Test]
    [Category("S23")]
    [Category("S26")]
    public async Task SetFamily_Lowered_MovesAWaitingJobThatNamedNoSize()
    {
        using RawService service = With(family: 12, total: 8);
        await SubmitAsync(service, E4, "a", "b");
        await SubmitAsync(service, "\"description\":\"no size\"", "free");
        string before = service.Serverless.Jobs[2].InstanceType!;

        service.Serverless.Quotas.SetFamily("standardDv3Family", 0);
        string outOfReach = service.Serverless.Jobs[2].InstanceType!;
        service.Serverless.Quotas.SetTotalDedicated(12);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo("Standard_D4_v3"));
            Assert.That(outOfReach, Is.Not.EqualTo(before));
            Assert.That(service.Serverless.Quotas.DedicatedUsed, Is.EqualTo(12));
            Assert.That(service.Engine.Machines.Scheduler.Queues.Sum(static q => q.Waiting.Count), Is.Zero);
        }
    }

    [Test]
    [Category("S24")]
    public async Task UseElsewhere_OfTheSameFamily_MakesJobsWaitUntilItIsGivenBack()
    {
        using RawService service = With(family: 12);
        service.Serverless.Quotas.UseElsewhere(Family, 10);
        await SubmitAsync(service, E4, "a");
        string[] before = Statuses(service);
        QuotaUsage usage = service.Serverless.Quotas[Family];

        service.Serverless.Quotas.UseElsewhere(Family, 8);
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(new[] { "Queued" }));
            Assert.That((usage.Used, usage.UsedElsewhere, usage.Free, usage.Wanted), Is.EqualTo((0, 10, 2, 4)));
            Assert.That(usage.ToString(), Is.EqualTo("standardESv3Family: 10 of 12 vCPUs in use, 2 free"));
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Running" }));
            Assert.That(service.Serverless.Quotas.DedicatedUsed, Is.EqualTo(12));
        }
    }

    [Test]
    [Category("S24")]
    public async Task UseElsewhere_OfLowPriority_DrawsOnTheOneNumberOfAllFamilies()
    {
        using RawService service = With(family: 12, lowPriority: 8);
        service.Serverless.Quotas.UseElsewhere("standardDv2Family", 6, JobTier.Spot, "other");
        await SubmitAsync(service, E4 + ",\"queueSettings\":{\"jobTier\":\"Spot\"}", "a");
        string[] before = Statuses(service);

        service.Serverless.Quotas.SetTotalLowPriority(10);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(new[] { "Queued" }));
            Assert.That(service.Serverless.Quotas.LowPriorityUsed, Is.EqualTo(10));
        }
    }

    [Test]
    [Category("S24")]
    public async Task WorkspaceLimit_BelowTheSubscriptions_IsTheOneThatCounts()
    {
        using RawService service = With(family: 100);
        service.Serverless.Quotas.SetWorkspaceFamily(Family, 6);
        await SubmitAsync(service, E4, "a", "b");
        await SubmitAsync(service, "\"resources\":{\"instanceType\":\"Standard_E8s_v3\"}", "never");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Running", "Queued", "Failed" }));
            Assert.That(service.Serverless.Jobs[2].ErrorMessage, Does.StartWith("The specified workspace has a Standard ESv3 family vCPU quota of 6 and cannot accomodate"));
            Assert.That(service.Serverless.Quotas[Family].WorkspaceLimit, Is.EqualTo(6));
        }

        service.Serverless.Quotas.SetWorkspaceFamily(Family, null);
        Assert.That(service.Serverless.Quotas[Family].Used, Is.EqualTo(8));
    }

    [Test]
    [Category("S26")]
    public async Task UpdateQuotas_Items_EachAnswerWithTheirOwnStatus()
    {
        using RawService service = With(family: 100);
        await SubmitAsync(service, E4, "a");

        RawAnswer answer = await UpdateAsync(
            service,
            Item(service, Family, 4),
            Item(service, "Standard_DSv2_Family_Cluster_Dedicated_vCPUs", 100),
            Item(service, "Standard_NCASv3_T4_Family", 20_000),
            Item(service, "standardXFamily", 1),
            Item(service, Family, -1),
            Item(service, "standardNDISRH200V5Family", 1),
            $$"""{"id":"/subscriptions/{{service.Engine.Workspace.SubscriptionId}}/quotas/{{Family}}","limit":5}""");
        await SubmitAsync(service, E4, "b");
        JsonElement[] quotas = await RowsAsync(service, "quotas");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That(
                answer.Json.GetProperty("value").EnumerateArray().Select(static i => i.GetProperty("status").GetString()),
                Is.EqualTo(new[] { "Success", "Success", "InvalidQuotaExceedsSubscriptionLimit", "InvalidVMFamilyName", "Failure", "OperationNotEnabledForRegion", "Failure" }));
            Assert.That(RawAnswer.Names(answer.Json.GetProperty("value")[0]), Is.EqualTo(new[] { "id", "type", "limit", "unit", "status" }));
            Assert.That(quotas.Select(static q => q.GetProperty("limit").GetInt32()), Is.EqualTo(new[] { 100, 4 }));
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Running", "Queued" }));
        }
    }

    [Test]
    [Category("S26")]
    public async Task UpdateQuotas_EmptyList_AnswersAsRecorded() => Assert.That((await UpdateAsync(With(family: 1))).Text, Is.EqualTo("{\"value\":[]}"));

    [Test]
    [Category("S26")]
    public async Task UpdateQuotas_AnotherRegionsLocation_IsNotEnabledHere()
    {
        using RawService service = With(family: 100);

        RawAnswer answer = await service.SendAsync(
            "POST",
            $"https://management.azure.com{service.Engine.Workspace.LocationPrefix}/updateQuotas?api-version=2024-04-01",
            $$"""{"location":"westus","value":[{{Item(service, Family, 1)}}]}""");

        Assert.That(answer.Json.GetProperty("value")[0].GetProperty("status").GetString(), Is.EqualTo("OperationNotEnabledForRegion"));
    }

    [Test]
    [Category("S24")]
    public async Task QuotasAndUsages_WithOtherWorkspaces_HaveTheirRowsAndTheirUse()
    {
        using RawService service = With(family: 100);
        service.Serverless.Quotas.UseElsewhere(Family, 10, workspace: "other");
        await SubmitAsync(service, E4, "a");

        JsonElement[] quotas = await RowsAsync(service, "quotas");
        JsonElement[] usages = await RowsAsync(service, "usages");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(quotas.Select(static q => q.GetProperty("id").GetString()), Is.EqualTo(new[]
            {
                $"/subscriptions/{service.Engine.Workspace.SubscriptionId}/quotas/{Family}",
                $"{service.Workspace}/quotas/{Family}",
                $"{service.Workspace[..service.Workspace.LastIndexOf('/')]}/other/quotas/{Family}",
            }));
            Assert.That(usages.Select(static u => u.GetProperty("currentValue").GetInt32()), Is.EqualTo(new[] { 14, 0 }));
        }
    }

    [Test]
    public void Quotas_UnknownFamilyOrNegativeNumber_SayWhatIsWrong()
    {
        using RawService service = With(family: 1);
        InMemoryQuotas quotas = service.Serverless.Quotas;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => quotas["standardESv4Family"], Throws.ArgumentException.With.Message.Contains("'standardESv3Family'"));
            Assert.That(() => quotas.SetFamily(Family, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => quotas.SetWorkspaceFamily(Family, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => quotas.UseElsewhere(Family, 1, workspace: "serverless"), Throws.ArgumentException.With.Message.Contains("is this one"));
            Assert.That(quotas.Families, Has.Count.EqualTo(VmCatalogue.Default.Families.Count));
            Assert.That((quotas.TotalDedicated, quotas.TotalLowPriority), Is.EqualTo((100_000, 10_000)));
        }
    }
}
