namespace ServerlessCompute;

/// <summary>
/// The rules of quota, queues and idle nodes, written down as plainly as can be: lists that are walked whole and sums that are made anew for
/// every question. The real ledger and scheduler must do the same.
/// </summary>
internal sealed class ReferenceScheduler(VmCatalogue catalogue, QuotaProfile profile, long idleTicks)
{
    private readonly Dictionary<VmFamily, long> _familyLimits = catalogue.Families.ToDictionary(static f => f, f => (long)profile.LimitOf(f.Name));
    private readonly Dictionary<VmFamily, long> _workspaceLimits = [];
    private readonly Dictionary<VmFamily, long> _elsewhere = [];
    private readonly long[] _totals = [profile.TotalDedicated, profile.TotalLowPriority];
    private readonly List<(VmFamily Family, ComputeTier Tier)> _queues = [];
    private long _nodes;

    /// <summary>In the order in which they came.</summary>
    public List<ReferenceClaim> Waiting { get; } = [];

    public List<ReferenceClaim> Holding { get; } = [];

    /// <summary>In the order in which they became idle.</summary>
    public List<ReferenceNode> Idle { get; } = [];

    public long UsedHere(VmFamily family, ComputeTier tier) => Holding.Where(c => c.Size.Family == family && c.Tier == tier).Sum(static c => c.Cores);

    public long Total(ComputeTier tier) => Holding.Where(c => c.Tier == tier).Sum(static c => c.Cores) + (tier == ComputeTier.Dedicated ? _elsewhere.Values.Sum() : 0);

    public long FreeOfFamily(VmFamily family, ComputeTier tier) => tier == ComputeTier.LowPriority
        ? long.MaxValue
        : Math.Min(
            _familyLimits[family] - UsedHere(family, tier) - _elsewhere.GetValueOrDefault(family),
            _workspaceLimits.GetValueOrDefault(family, long.MaxValue) - UsedHere(family, tier));

    public long FreeOfTotal(ComputeTier tier) => _totals[(int)tier] - Total(tier);

    public long IdleCores(ComputeTier tier, VmFamily? family = null) =>
        Idle.Where(n => n.Payer.Tier == tier && (family is null || n.Payer.Size.Family == family)).Sum(static n => (long)n.Payer.Size.VCpus);

    public void SetFamily(VmFamily family, long cores) => _familyLimits[family] = cores;

    public void SetWorkspace(VmFamily family, long? cores)
    {
        _workspaceLimits.Remove(family);
        if (cores is { } limit)
        {
            _workspaceLimits.Add(family, limit);
        }
    }

    public void SetTotal(ComputeTier tier, long cores) => _totals[(int)tier] = cores;

    public void UseElsewhere(VmFamily family, long cores) => _elsewhere[family] = cores;

    public void Ask(ReferenceClaim claim)
    {
        Waiting.Add(claim);
        if (!_queues.Contains((claim.Size.Family, claim.Tier)))
        {
            _queues.Add((claim.Size.Family, claim.Tier));
        }
    }

    public void Leave(ReferenceClaim claim, long now, bool keepsIdle, long? lost)
    {
        Expire(now);
        if (!Holding.Remove(claim))
        {
            Waiting.Remove(claim);
            return;
        }

        foreach (ReferenceNode node in claim.Nodes!)
        {
            if (node.Number == lost || !keepsIdle || idleTicks == 0)
            {
                Pay(node, now);
            }
            else
            {
                node.IdleSince = now;
                Idle.Add(node);
            }
        }

        MakeRoom(claim.Size.Family, claim.Tier, now);
    }

    public void LoseIdle(ReferenceNode node, long now)
    {
        Idle.Remove(node);
        Pay(node, now);
    }

    /// <summary>
    /// Starts whoever may start: of each tier the earliest among the first of each family whose family has room, if the total has room too.
    /// </summary>
    public IReadOnlyList<ReferenceClaim> Start(long now)
    {
        Expire(now);
        var started = new List<ReferenceClaim>();
        while (Next() is { } next)
        {
            Waiting.Remove(next);
            Holding.Add(next);
            next.Nodes = [.. Enumerable.Range(0, next.NodeCount).Select(_ => NodeFor(next, now))];
            MakeRoom(next.Size.Family, next.Tier, now);
            started.Add(next);
        }

        return started;
    }

    public void QuotaChanged(long now)
    {
        Expire(now);
        foreach ((VmFamily family, ComputeTier tier) in _queues)
        {
            MakeRoom(family, tier, now);
        }
    }

    public void Expire(long now)
    {
        foreach (ReferenceNode node in Idle.Where(n => n.IdleSince + idleTicks <= now).ToArray())
        {
            Idle.Remove(node);
            Pay(node, node.IdleSince + idleTicks);
        }
    }

    private ReferenceClaim? Next() => new[] { ComputeTier.Dedicated, ComputeTier.LowPriority }
        .Select(tier => Waiting
            .Where(c => c.Tier == tier)
            .GroupBy(static c => c.Size.Family)
            .Select(static family => family.First())
            .Where(c => c.Cores <= FreeOfFamily(c.Size.Family, tier))
            .MinBy(static c => c.Number))
        .Where(c => c is not null && c.Cores <= FreeOfTotal(c.Tier))
        .MinBy(static c => c!.Number);

    /// <summary>The pool's longest idle node, or a new one.</summary>
    private ReferenceNode NodeFor(ReferenceClaim claim, long now)
    {
        ReferenceNode? node = Idle.Find(n => n.Payer.Pool == claim.Pool);
        if (node is null)
        {
            return new ReferenceNode(++_nodes, claim, now);
        }

        Idle.Remove(node);
        Pay(node, now);
        node.Payer = claim;
        return node;
    }

    /// <summary>Idle nodes give way, longest idle first: of the family where it is full, then of all where the total is.</summary>
    private void MakeRoom(VmFamily family, ComputeTier tier, long now)
    {
        while (tier == ComputeTier.Dedicated && IdleCores(tier, family) > 0 && IdleCores(tier, family) > FreeOfFamily(family, tier))
        {
            LoseIdle(Idle.First(n => n.Payer.Tier == tier && n.Payer.Size.Family == family), now);
        }

        while (IdleCores(tier) > 0 && IdleCores(tier) > FreeOfTotal(tier))
        {
            LoseIdle(Idle.First(n => n.Payer.Tier == tier), now);
        }
    }

    private static void Pay(ReferenceNode node, long now)
    {
        node.Payer.Ticks += now - node.PaidUntil;
        node.PaidUntil = now;
    }
}
