namespace ServerlessCompute;

/// <summary>The scheduler alone, without jobs around it.</summary>
[TestFixture]
internal sealed class NodeSchedulerTests
{
    private readonly VmCatalogue _catalogue = VmCatalogue.Default;

    private (NodeScheduler Scheduler, QuotaLedger Ledger) Make(int total, params (string Family, int Limit)[] families)
    {
        QuotaProfile quota = families.Aggregate(QuotaProfile.Generous with { TotalDedicated = total, TotalLowPriority = 8 }, static (q, f) => q.WithFamily(f.Family, f.Limit));
        var ledger = new QuotaLedger(_catalogue, quota);
        var calm = new SpotCourse(SpotMarket.Calm, 0);
        return (new NodeScheduler(ledger, new NodePrices(_catalogue, calm), new MachineSupply(calm), TimeSpan.FromSeconds(120)), ledger);
    }

    private NodeClaim Claim(string name, string size, int nodes = 1, ComputeTier tier = ComputeTier.Dedicated) =>
        new(new Claimant(name), _catalogue.Find(size)!, nodes, tier, _catalogue.Find(size)!.Index);

    private static string[] StartAll(NodeScheduler scheduler)
    {
        var started = new List<string>();
        while (scheduler.StartNext(0) is { } next)
        {
            started.Add(next.Claimant.Name);
        }

        return [.. started];
    }

    [Test]
    [Category("S27")]
    public void Ask_WhileALargerJobWaitsForTheTotal_DoesNotOvertakeIt()
    {
        (NodeScheduler scheduler, _) = Make(total: 16, ("standardESv3Family", 100), ("standardFSv2Family", 100));
        NodeClaim running = Claim("running", "Standard_E8s_v3");
        scheduler.Ask(running, 0);

        bool large = scheduler.Ask(Claim("large", "Standard_E4s_v3", nodes: 3), 0);
        bool small = scheduler.Ask(Claim("small", "Standard_F4s_v2"), 0);
        string[] nothing = StartAll(scheduler);
        scheduler.Leave(running, 0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((large, small), Is.EqualTo((false, false)), "the small one would keep the large one from the total for ever");
            Assert.That(nothing, Is.Empty);
            Assert.That(StartAll(scheduler), Is.EqualTo(new[] { "large", "small" }));
        }
    }

    [Test]
    [Category("S27")]
    public void Ask_WhileAJobWaitsForItsFullFamily_OvertakesIt()
    {
        (NodeScheduler scheduler, QuotaLedger ledger) = Make(total: 16, ("standardESv3Family", 8), ("standardFSv2Family", 100));
        scheduler.Ask(Claim("running", "Standard_E8s_v3"), 0);

        bool waits = scheduler.Ask(Claim("same family", "Standard_E4s_v3"), 0);
        bool starts = scheduler.Ask(Claim("other family", "Standard_F8s_v2"), 0);

        Assert.That((waits, starts, ledger.DedicatedUsed), Is.EqualTo((false, true, 16)));
    }

    [Test]
    [Category("S24")]
    public void Ask_LowPriority_IsOneLineForAllFamilies()
    {
        (NodeScheduler scheduler, QuotaLedger ledger) = Make(total: 0);
        NodeClaim first = Claim("first", "Standard_E4s_v3", tier: ComputeTier.LowPriority);
        scheduler.Ask(first, 0);

        bool second = scheduler.Ask(Claim("second", "Standard_F8s_v2", tier: ComputeTier.LowPriority), 0);
        bool third = scheduler.Ask(Claim("third", "Standard_D2_v3", tier: ComputeTier.LowPriority), 0);
        scheduler.Leave(first, 0);
        string[] started = StartAll(scheduler);

        Assert.That((second, third, ledger.LowPriorityUsed), Is.EqualTo((false, false, 8)));
        Assert.That(started, Is.EqualTo(new[] { "second" }));
    }

    [Test]
    public void AheadOf_WhileOthersComeAndGo_CountsThoseBefore()
    {
        (NodeScheduler scheduler, _) = Make(total: 1000, ("standardESv3Family", 4));
        NodeClaim running = Claim("running", "Standard_E4s_v3");
        scheduler.Ask(running, 0);
        NodeClaim[] waiting = [.. Enumerable.Range(0, 8).Select(i => Claim($"{i}", "Standard_E4s_v3"))];
        Array.ForEach(waiting, claim => scheduler.Ask(claim, 0));
        NodeQueue queue = scheduler.Queues.Single();
        long[] Ahead() => [.. queue.Waiting.Select(queue.AheadOf)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ahead(), Is.EqualTo(new[] { 0, 1, 2, 3, 4, 5, 6, 7 }));
            scheduler.Leave(waiting[3], 0);
            scheduler.Leave(waiting[1], 0);
            scheduler.Leave(waiting[6], 0);
            Assert.That(Ahead(), Is.EqualTo(new[] { 0, 1, 2, 3, 4 }));
            scheduler.Leave(running, 0);
            StartAll(scheduler);
            Assert.That(Ahead(), Is.EqualTo(new[] { 0, 1, 2, 3 }));
            scheduler.Leave(waiting[2], 0);
            Assert.That(Ahead(), Is.EqualTo(new[] { 0, 1, 2 }));
            scheduler.Leave(waiting[7], 0);
            Assert.That(Ahead(), Is.EqualTo(new[] { 0, 1 }));
            Assert.That(queue.CoresWanted, Is.EqualTo(8));
        }
    }

    private sealed class Claimant(string name) : IClaimant
    {
        public string Name => name;

        public void NodesGranted(NodeClaim claim)
        {
        }

        public void NodeNoticed(NodeClaim claim, Node node, long takenAt)
        {
        }

        public void NoticeWithdrawn(NodeClaim claim, Node node)
        {
        }

        public void NodeLost(NodeClaim claim, Node node, NodeLoss loss)
        {
        }

        public void Charge(long ticks, Int128 cost)
        {
        }

        public void Settled(NodeClaim claim)
        {
        }
    }
}
