namespace ServerlessCompute;

/// <summary>Limits, what is used of them, sizes of machines, computes and registries.</summary>
internal sealed class CapacityTests : IDisposable
{
    private readonly InMemoryServerless _serverless = new();

    private ServerlessComputeClient Client => _serverless.CreateClient();

    public void Dispose() => _serverless.Dispose();

    [Test]
    [Category("S24")]
    public async Task GetUsagesAsync_OfRegion_ListsTotalsAndFamilies()
    {
        List<ComputeUsage> usages = await Client.GetUsagesAsync().ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(usages.Select(u => u.Name), Does.Contain("TotalDedicatedCores").And.Contain("standardDSv2Family"));
            Assert.That(usages.Where(u => u is { IsFamily: true, IsLowPriority: true }).Select(u => u.Limit), Has.All.Null);
            Assert.That(usages.Single(u => u.Name == "TotalDedicatedCores").Left, Is.GreaterThan(0));
        }
    }

    [Test]
    [Category("S26")]
    public async Task UpdateQuotasAsync_OfWorkspaceLimits_SettlesEachByItself()
    {
        List<ComputeQuota> quotas = await Client.GetQuotasAsync().ToListAsync();
        ComputeQuota own = quotas.First(q => q.WorkspaceName == _serverless.Workspace.WorkspaceName && q.Limit > 4);

        ValueList<QuotaChange> changes = await Client.UpdateQuotasAsync([own with { Limit = 4 }, own with { Limit = 1_000_000 }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changes.Select(change => (change.IsDone, change.Limit)), Is.EqualTo([(true, 4L), (false, 1_000_000L)]));
            Assert.That(changes[1].Status, Is.EqualTo("InvalidQuotaExceedsSubscriptionLimit"));
            Assert.That((await Client.GetQuotasAsync().ToListAsync()).Single(q => q.Id == own.Id).Limit, Is.EqualTo(4));
        }
    }

    [Test]
    public async Task GetVmSizesAsync_WithFilter_GivesWhatAJobNeeds()
    {
        List<VmSizeInfo> gpus = await Client.GetVmSizesAsync(new VmSizeFilter { MinGpus = 1, MinMemoryGB = 100 }).ToListAsync();
        List<VmSizeInfo> spot = await Client.GetVmSizesAsync(new VmSizeFilter { Tier = JobTier.Spot, MaxPricePerHour = 0.1m }).ToListAsync();
        List<VmSizeInfo> named = await Client.GetVmSizesAsync(VmSizeFilter.For(Command.Run("x").WithResources("standard_e4S_v3"))).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(gpus, Is.Not.Empty.And.All.Matches<VmSizeInfo>(size => size!.Gpus >= 1 && size.MemoryGB >= 100));
            Assert.That(spot, Is.Not.Empty.And.All.Matches<VmSizeInfo>(size => size!.IsLowPriorityCapable && size.PriceOf(JobTier.Spot)!.PerHour <= 0.1m));
            Assert.That(named.Select(size => size.Name), Is.EqualTo(["Standard_E4s_v3"]));
        }
    }

    [Test]
    public async Task GetComputesAsync_OfWorkspaceWithCluster_ShowsIt()
    {
        _serverless.AddCluster("cpu", "Standard_DS3_v2", 1, 3, TimeSpan.FromMinutes(2));

        ComputeInfo cluster = (await Client.GetComputesAsync().ToListAsync()).Single();

        Assert.That((cluster.Name, cluster.Type, cluster.MinNodes, cluster.MaxNodes), Is.EqualTo(("cpu", "AmlCompute", 1, 3)));
    }

    [Test]
    public async Task GetRegistriesAsync_OfSubscriptionWithNone_IsEmpty() => Assert.That(await Client.GetRegistriesAsync().ToListAsync(), Is.Empty);

    [Test]
    public async Task GetUsagesAsync_OfAnotherRegion_AsksThere()
    {
        var transport = new FaultyTransport(_serverless.Transport).Answer(200, """{"value":[{"name":{"value":"TotalDedicatedCores"},"currentValue":30,"limit":20}]}""");
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = transport;

        List<ComputeUsage> usages = await new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options).GetUsagesAsync("westeurope").ToListAsync();

        Assert.That(transport.Requests.Single(), Does.EndWith("/locations/westeurope/usages"));
        Assert.That((usages.Single().Left, usages.Single().IsFamily), Is.EqualTo((0L, false)));
    }

    [Test]
    public void ToTable_OfUsages_AlignsNumbersAndLeavesOutWhatIsNothing()
    {
        ComputeUsage[] usages =
        [
            new() { Name = "TotalDedicatedCores", DisplayName = "Total Cluster Dedicated Regional vCPUs", Used = 20, Limit = 100 },
            new() { Name = "standardDFamily", Used = 0, Limit = 0 },
            new() { Name = "standardESv3Family", Used = 4, Limit = null },
        ];

        Assert.That(usages.ToTable().ReplaceLineEndings("\n"), Is.EqualTo("""
            Used  Limit  Left  Of
              20    100    80  Total Cluster Dedicated Regional vCPUs
               4      -     -  standardESv3Family

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToTable_OfSizes_ShowsPrices()
    {
        VmSizeInfo[] sizes =
        [
            new()
            {
                Name = "Standard_E4s_v3", Family = "f", VCpus = 4, MemoryGB = 32, IsLowPriorityCapable = true,
                Prices = [new(0.5m, "USD", "Linux", "Standard"), new(0.252m, "USD", "Linux", "Standard"), new(0.05m, "USD", "Linux", "LowPriority"), new(0.1m, "USD", "Windows", "Spot")],
            },
            new() { Name = "Standard_NC6", Family = "f", VCpus = 6, MemoryGB = 56, Gpus = 1 },
        ];

        Assert.That(sizes.ToTable().ReplaceLineEndings("\n"), Is.EqualTo("""
            Cores  GB  GPUs   Per hour   As Spot  Size
                4  32     0  0.252 USD  0.05 USD  Standard_E4s_v3
                6  56     1          -         -  Standard_NC6

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToTable_OfQuotas_SaysWhose()
    {
        ComputeQuota[] quotas =
        [
            new() { Family = "f", Limit = 6, Id = "/subscriptions/s/quotas/f" },
            new() { Family = "f", Limit = 4, Id = "/subscriptions/s/resourceGroups/g/providers/p/workspaces/w/quotas/f" },
        ];

        Assert.That(quotas.ToTable().ReplaceLineEndings("\n"), Is.EqualTo("Limit  Family  Of\n    6       f  subscription\n    4       f  w\n"));
    }
}
