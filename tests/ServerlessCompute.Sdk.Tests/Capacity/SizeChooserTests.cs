namespace ServerlessCompute;

[TestFixture]
internal sealed class SizeChooserTests
{
    private static SizeChooser Make(QuotaProfile quota, out QuotaLedger ledger)
    {
        ledger = new QuotaLedger(VmCatalogue.Default, quota);
        return new SizeChooser(VmCatalogue.Default, ledger, new PolicyBook("eastus"), "eastus");
    }

    private static PlacementDecision Decide(QuotaProfile quota, string? size, int nodes = 1, ComputeTier tier = ComputeTier.Dedicated) =>
        Make(quota, out _).Decide(new PlacementRequest(size, nodes, tier));

    [Test]
    public void Catalogue_HasTheTablesSizes()
    {
        VmSize size = VmCatalogue.Default.Find("standard_nc4as_t4_v3")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(VmCatalogue.Default.Sizes, Has.Count.EqualTo(117));
            Assert.That((size.Name, size.Family.Name, size.VCpus, size.Gpus, size.GpuType, size.Price), Is.EqualTo(("Standard_NC4as_T4_v3", "Standard NCASv3_T4 Family", 4, 1, "T4", (decimal?)0.526m)));
            Assert.That(VmCatalogue.Default.Sizes.Where(static s => s.IsRetired).Select(static s => s.Name), Is.EqualTo(new[] { "Standard_NC6", "Standard_NC12", "Standard_NC24" }));
        }
    }

    [Test]
    [Category("S23")]
    public void Decide_NoSizeNamed_ChoosesACpuSizeAndTellsEveryCandidate()
    {
        PlacementDecision decision = Decide(QuotaProfile.Generous, null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.InstanceType, Is.EqualTo("Standard_D4_v3"));
            Assert.That(decision.WasNamed, Is.False);
            Assert.That(decision.Candidates, Has.Count.EqualTo(VmCatalogue.Default.Sizes.Count));
            Assert.That(decision.Candidates[0].InstanceType, Is.EqualTo(decision.InstanceType));
            Assert.That(decision.Candidates, Has.All.Property(nameof(PlacementCandidate.Verdict)).Not.Empty);
            Assert.That(decision.Candidates.Where(static c => c.IsSuitable).Select(static c => c.Score), Is.Ordered.Descending);
            Assert.That(decision.ToString(), Does.StartWith("Standard_D4_v3 has the most points of ").And.Contain("Standard_NC6s_v3: has GPUs"));
        }
    }

    [Test]
    [Category("S23")]
    public void Decide_TheBestFamilyIsFull_TakesTheNextThatStartsNow()
    {
        SizeChooser chooser = Make(QuotaProfile.Generous.WithFamily("standardDv3Family", 8), out QuotaLedger ledger);
        var request = new PlacementRequest(null, 2, ComputeTier.Dedicated);
        PlacementDecision first = chooser.Decide(request);
        ledger.TryTake(first.Size!.Family, ComputeTier.Dedicated, 8);

        PlacementDecision second = chooser.Decide(request);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.InstanceType, Is.EqualTo("Standard_D4_v3"));
            Assert.That(second.Size!.Family.Name, Is.Not.EqualTo("standardDv3Family"));
            Assert.That(second.Candidates[0].StartsNow);
            Assert.That(second.Candidates.Single(static c => c.InstanceType == "Standard_D4_v3").Verdict, Does.EndWith("quota in use now: waits"));
        }
    }

    [Test]
    [Category("S23")]
    public void Decide_FreshSubscription_StaysWithinItsQuota()
    {
        PlacementDecision decision = Decide(QuotaProfile.FreshSubscription, null);

        Assert.That((decision.Size!.Family.Name, decision.Size.VCpus), Is.EqualTo(("standardDv3Family", 4)));
    }

    [Test]
    [Category("S03")]
    public void Decide_NamedInAnyCase_IsThatSize() =>
        Assert.That(Decide(QuotaProfile.Generous, "STANDARD_e4s_V3").InstanceType, Is.EqualTo("Standard_E4s_v3"));

    [Test]
    [Category("S20")]
    public void Decide_TooManyNodes_SaysHowManyFitAndWhatElse()
    {
        PlacementDecision decision = Decide(QuotaProfile.FreshSubscription, "Standard_E4s_v3", 6);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.InstanceType, Is.Null);
            Assert.That(decision.RefusalCode, Is.EqualTo("JobNodeCountExceedsCoreQuota"));
            Assert.That(decision.Reason, Does.StartWith("The specified subscription has a Standard ESv3 family vCPU quota of 20 and is less than the requested job node count of 6 which maps to 24 vCPUs."));
            Assert.That(decision.Reason, Does.Contain("at most 5 node(s)").And.Contain("quota increase"));
            Assert.That(decision.Refusal!.Parameters, Does.Contain(KeyValuePair.Create("nodesThatFit", "5")));
        }
    }

    [Test]
    [Category("S21")]
    public void Decide_FamilyWithoutQuota_NamesSizesThatHaveSome()
    {
        PlacementDecision decision = Decide(QuotaProfile.FreshSubscription with { OtherFamilies = 0 }, "Standard_D4as_v4");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.RefusalCode, Is.EqualTo("ClusterMinNodesExceedCoreQuota"));
            Assert.That(decision.Reason, Does.Contain("vCPU quota of 0 and cannot accomodate for at least 1 requested").And.Contain("such as Standard_"));
        }
    }

    [TestCase("Standard_E4_v3", "is not offered in eastus", "Standard_E4s_v3")]
    [TestCase("Standard_NC6", "is retired", "Standard_NC6s_v3")]
    [Category("S30")]
    public void Decide_UnknownOrRetiredSize_NamesTheNearest(string size, string why, string nearest)
    {
        PlacementDecision decision = Decide(QuotaProfile.FreshSubscription, size);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.RefusalCode, Is.EqualTo("InvalidVmSize"));
            Assert.That(decision.Reason, Does.Contain(why).And.Contain(nearest));
        }
    }

    [Test]
    [Category("S30")]
    public void Decide_RetiredSizeByDefault_Runs() => Assert.That(Decide(QuotaProfile.Generous, "Standard_NC24", 4).InstanceType, Is.EqualTo("Standard_NC24"));

    [Test]
    [Category("S04")]
    public void Decide_Spot_DrawsOnTheOneLowPriorityNumber()
    {
        PlacementDecision decision = Decide(QuotaProfile.Generous with { TotalLowPriority = 8 }, "Standard_E4s_v3", 3, ComputeTier.LowPriority);

        Assert.That(decision.Reason, Does.StartWith("The specified subscription has a Total Cluster Low Priority Regional vCPU quota of 8 and is less than the requested job node count of 3"));
    }

    [Test]
    public void Decide_NothingFits_SaysSo()
    {
        PlacementDecision decision = Decide(QuotaProfile.FreshSubscription, null, 40);

        Assert.That((decision.RefusalCode, decision.InstanceType), Is.EqualTo(("JobNodeCountExceedsCoreQuota", (string?)null)));
    }

    [Test]
    public void Decide_EqualRequests_ShareOneDecision()
    {
        SizeChooser chooser = Make(QuotaProfile.Generous, out _);
        var request = new PlacementRequest(null, 1, ComputeTier.Dedicated);

        Assert.That(chooser.Decide(request), Is.SameAs(chooser.Decide(request)));
    }
}
