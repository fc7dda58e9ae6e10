namespace ServerlessCompute;

/// <summary>Plays one random history on the real ledger and scheduler and on the reference, and compares them after each step.</summary>
internal sealed class SchedulerHistory
{
    private const long IdleTicks = 120;

    private static readonly VmCatalogue _catalogue = VmCatalogue.Default;
    private static readonly VmSize[] _sizes = [.. new[] { "Standard_E4s_v3", "Standard_E8s_v3", "Standard_F4s_v2", "Standard_F8s_v2", "Standard_D2_v3" }.Select(static n => _catalogue.Find(n)!)];
    private static readonly VmFamily[] _families = [.. _sizes.Select(static s => s.Family).Distinct()];
    private static readonly SpotCourse _calm = new(SpotMarket.Calm, 0);
    private static readonly NodePrices _prices = new(_catalogue, _calm);

    private static readonly QuotaProfile _quota = _families.Aggregate(
        QuotaProfile.Generous with { TotalDedicated = 24, TotalLowPriority = 12 },
        static (quota, family) => quota.WithFamily(family.Name, 16));

    private readonly QuotaLedger _ledger = new(_catalogue, _quota);
    private readonly NodeScheduler _scheduler;
    private readonly ReferenceScheduler _reference = new(_catalogue, _quota, IdleTicks);
    private readonly List<Claimant> _claimants = [];
    private long _now = 1_000_000;

    public SchedulerHistory() => _scheduler = new NodeScheduler(_ledger, _prices, new MachineSupply(_calm), TimeSpan.FromTicks(IdleTicks));

    /// <summary>What differs; null when nothing does.</summary>
    public static string? Play(IReadOnlyList<SchedulerStep> steps)
    {
        var history = new SchedulerHistory();
        for (int i = 0; i < steps.Count; i++)
        {
            if ((history.Do(steps[i]) ?? history.Differs()) is { } difference)
            {
                return $"step {i}, {steps[i]}: {difference}";
            }
        }

        return history.End();
    }

    private string? Do(SchedulerStep step)
    {
        _now += step.After;
        VmFamily family = _families[step.Which % _families.Length];
        ComputeTier tier = step.Which % 2 == 0 ? ComputeTier.Dedicated : ComputeTier.LowPriority;
        switch (step.Kind)
        {
            case <= 3:
                return Ask(_sizes[step.Which % _sizes.Length], 1 + (step.HowMany % 3), step.HowMany % 5 == 0 ? ComputeTier.LowPriority : ComputeTier.Dedicated, image: step.Which % 2);
            case <= 6:
                return LeaveOne(step);
            case 7:
                LoseAnIdleOne();
                return Start();
            case 8:
                _ledger.SetSubscriptionLimit(family, step.HowMany);
                _reference.SetFamily(family, step.HowMany);
                break;
            case 9:
                _ledger.SetTotalLimit(tier, step.HowMany * 2);
                _reference.SetTotal(tier, step.HowMany * 2);
                break;
            case 10:
                int? limit = step.HowMany % 4 == 0 ? null : step.HowMany;
                _ledger.SetWorkspaceLimit(_ledger.Workspaces[0], family, limit);
                _reference.SetWorkspace(family, limit);
                break;
            default:
                _ledger.SetUse(_ledger.Workspace("elsewhere"), family, ComputeTier.Dedicated, step.HowMany / 2);
                _reference.UseElsewhere(family, step.HowMany / 2);
                break;
        }

        _scheduler.QuotaChanged(_now);
        _reference.QuotaChanged(_now);
        return Start();
    }

    private string? Ask(VmSize size, int nodes, ComputeTier tier, int image)
    {
        long pool = (((size.Index * 2L) + (int)tier) * 2) + image;
        var claimant = new Claimant(new ReferenceClaim(_claimants.Count, size, nodes, tier, pool));
        claimant.Claim = new NodeClaim(claimant, size, nodes, tier, pool);
        _claimants.Add(claimant);
        bool wouldStart = _scheduler.WouldStart(size, nodes, tier, _now);

        _reference.Ask(claimant.Reference);
        bool startsAtOnce = _scheduler.Ask(claimant.Claim, _now);
        ReferenceClaim[] expected = [.. _reference.Start(_now)];

        return (startsAtOnce ? expected is [var one] && one == claimant.Reference : expected is []) && wouldStart == startsAtOnce
            ? null
            : $"the new job starts: {startsAtOnce} (foretold {wouldStart}), and should start: {string.Join(", ", expected.Select(static c => c.Number))}";
    }

    private string? LeaveOne(SchedulerStep step)
    {
        Claimant[] present = [.. _claimants.Where(static c => c.Claim.HasNodes || c.Claim.IsWaiting)];
        if (present.Length == 0)
        {
            return null;
        }

        Claimant one = present[step.Which % present.Length];
        long? lost = null;
        if (step.Kind == 6 && one.Claim.HasNodes)
        {
            Node node = one.Claim.Nodes[step.HowMany % one.Claim.NodeCount];
            lost = node.Number;
            _scheduler.Lose(node, NodeLoss.Failed, _now);
        }

        bool keepsIdle = step.HowMany % 4 != 0;
        _scheduler.Leave(one.Claim, _now, keepsIdle);
        _reference.Leave(one.Reference, _now, keepsIdle, lost);
        return Start();
    }

    private void LoseAnIdleOne()
    {
        _scheduler.Idle.Expire(_now);
        _reference.Expire(_now);
        if (_scheduler.Idle.All.MinBy(static n => n.Number) is { } node)
        {
            _scheduler.Lose(node, NodeLoss.Evicted, _now);
            _reference.LoseIdle(_reference.Idle.Single(n => n.Number == node.Number), _now);
        }
    }

    /// <summary>Who starts after a change, in which order.</summary>
    private string? Start()
    {
        var started = new List<int>();
        while (_scheduler.StartNext(_now) is { } next)
        {
            started.Add(((Claimant)next.Claimant).Reference.Number);
            if (_ledger.Free(next.Size.Family, next.Tier) < 0)
            {
                return $"job {started[^1]} got more than quota holds";
            }
        }

        int[] expected = [.. _reference.Start(_now).Select(static c => c.Number)];
        return started.SequenceEqual(expected) ? null : $"started {string.Join(", ", started)}, should start {string.Join(", ", expected)}";
    }

    private string? Differs()
    {
        foreach (Claimant one in _claimants)
        {
            bool waits = _reference.Waiting.Contains(one.Reference);
            bool holds = _reference.Holding.Contains(one.Reference);
            if (one.Claim.IsWaiting != waits || one.Claim.HasNodes != holds)
            {
                return $"job {one.Reference.Number} is lost: waiting {one.Claim.IsWaiting}, with nodes {one.Claim.HasNodes}";
            }

            if (holds && !one.Claim.Nodes.Select(static n => n.Number).SequenceEqual(one.Reference.Nodes!.Select(static n => n.Number)))
            {
                return $"job {one.Reference.Number} has other nodes";
            }
        }

        if (!_scheduler.Idle.All.Select(static n => n.Number).Order().SequenceEqual(_reference.Idle.Select(static n => n.Number).Order()))
        {
            return "other nodes are idle";
        }

        return _families.SelectMany(static f => new[] { (f, ComputeTier.Dedicated), (f, ComputeTier.LowPriority) }).Select(q => Differs(q.f, q.Item2)).FirstOrDefault(static d => d is not null);
    }

    private string? Differs(VmFamily family, ComputeTier tier)
    {
        long idle = _reference.IdleCores(tier);
        if (_ledger.UsedHere(family, tier) != _reference.UsedHere(family, tier) || _ledger.TotalUsed(tier) != _reference.Total(tier) || _scheduler.Idle.Cores(tier) != idle)
        {
            return $"the sums of {family.Name} {tier} are wrong";
        }

        if (_ledger.FreeOfFamily(family, tier) != _reference.FreeOfFamily(family, tier) || _ledger.Free(family, tier) != Math.Min(_reference.FreeOfFamily(family, tier), _reference.FreeOfTotal(tier)))
        {
            return $"what is free of {family.Name} {tier} is wrong";
        }

        bool isIdleBeyondQuota = idle > Math.Max(0, _reference.FreeOfTotal(tier)) || _reference.IdleCores(tier, family) > Math.Max(0, _reference.FreeOfFamily(family, tier));
        return isIdleBeyondQuota ? $"idle nodes of {family.Name} {tier} are beyond quota" : null;
    }

    /// <summary>Everybody leaves, limits are lifted: all who waited start, all is paid, nothing is in use.</summary>
    private string? End()
    {
        foreach (VmFamily family in _families)
        {
            _ledger.SetSubscriptionLimit(family, 10_000);
            _reference.SetFamily(family, 10_000);
            _ledger.SetWorkspaceLimit(_ledger.Workspaces[0], family, null);
            _reference.SetWorkspace(family, null);
        }

        foreach (ComputeTier tier in new[] { ComputeTier.Dedicated, ComputeTier.LowPriority })
        {
            _ledger.SetTotalLimit(tier, 10_000);
            _reference.SetTotal(tier, 10_000);
        }

        if (Start() is { } difference)
        {
            return "at the end: " + difference;
        }

        if (_claimants.Exists(static c => c.Claim.IsWaiting))
        {
            return "a job waits for ever";
        }

        foreach (Claimant one in _claimants.Where(static c => c.Claim.HasNodes))
        {
            _scheduler.Leave(one.Claim, _now);
            _reference.Leave(one.Reference, _now, keepsIdle: true, lost: null);
        }

        _now += IdleTicks;
        _scheduler.Idle.Expire(_now);
        _reference.Expire(_now);
        return _claimants.Find(static c => c.Ticks != c.Reference.Ticks || c.Cost != (Int128)c.Ticks * _prices.PerHour(c.Claim.Size, c.Claim.Tier) || c.Settlements != (c.Reference.Nodes is null ? 0 : 1)) is { } wrong
            ? $"job {wrong.Reference.Number} paid for {wrong.Ticks} and not for {wrong.Reference.Ticks}, and was settled {wrong.Settlements} times"
            : null;
    }

    private sealed class Claimant(ReferenceClaim reference) : IClaimant
    {
        public ReferenceClaim Reference { get; } = reference;

        public NodeClaim Claim { get; set; } = null!;

        public long Ticks { get; private set; }

        public Int128 Cost { get; private set; }

        public int Settlements { get; private set; }

        public string Name => "job";

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

        public void Charge(long ticks, Int128 cost) => (Ticks, Cost) = (Ticks + ticks, Cost + cost);

        public void Settled(NodeClaim claim) => Settlements++;
    }
}
