using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// A named cluster: nodes of one size that come when jobs wait and go when they were idle for a while, never fewer than the least nor more
/// than the most. Jobs are served in the order in which they came, whatever their size. While nodes are leaving none can come. Under the
/// engine's lock.
/// </summary>
internal sealed class Cluster
{
    private readonly List<ClusterNode> _nodes = [];
    private readonly ClaimList _waiting = new();
    private readonly Action _coresFree;
    private int _named;
    private long _ticks;
    private Int128 _cost;

    public Cluster(string name, VmSize size, ComputeTier tier, ClusterScale scale, NodeScheduler scheduler, Pacemaker pacemaker, Action coresFree)
    {
        (Name, Size, Tier, Scale, Scheduler, Pacemaker, _coresFree) = (name, size, tier, scale, scheduler, pacemaker, coresFree);
        CreatedAt = ChangedAt = pacemaker.Instant();
        int most = scheduler.Ledger.Most(size.Family, tier) / size.VCpus;
        Problem = most < Math.Max(1, scale.MinNodes) ? QuotaRefusal.ClusterMinimum(scheduler.Ledger, size, tier, Math.Max(1, scale.MinNodes)) : null;
        Resize();
    }

    public string Name { get; }

    public VmSize Size { get; }

    public ComputeTier Tier { get; }

    public ClusterScale Scale { get; }

    public NodeScheduler Scheduler { get; }

    public Pacemaker Pacemaker { get; }

    public TimeSpan IdleTime => Scale.IdleTime;

    public long CreatedAt { get; }

    /// <summary>When it last began or ended to grow or shrink.</summary>
    public long ChangedAt { get; private set; }

    /// <summary>Why it could never be made; null when it could.</summary>
    public RunError? Problem { get; }

    public IReadOnlyList<ClusterNode> Nodes => _nodes;

    public int WaitingCount => _waiting.Count;

    /// <summary>Whether nodes come or go.</summary>
    public bool IsResizing => _nodes.Exists(static n => n.State is ClusterNodeState.Preparing or ClusterNodeState.Leaving);

    /// <summary>Why it cannot grow at this moment, as the service tells it; null when it can.</summary>
    public RunError? GrowthProblem => _nodes.Find(static n => n.Obstacle != QuotaScope.None) is { } node
        ? QuotaRefusal.ClusterGrowth(Scheduler.Ledger, Size, Tier, node.Obstacle, _nodes.Count(static n => n.State == ClusterNodeState.Asked))
        : null;

    /// <summary>How many nodes it tries to have.</summary>
    public int Target => Problem is null ? Math.Clamp(Count(ClusterNodeState.Running) + NodesWanted(), Scale.MinNodes, Scale.MaxNodes) : 0;

    private int Present => _nodes.Count - Count(ClusterNodeState.Leaving);

    public int Count(ClusterNodeState state) => _nodes.Count(n => n.State == state);

    public TimeSpan StartTime(string node) => Scale.StartTime(node);

    public TimeSpan LeaveTime(string node) => Scale.LeaveTime(node);

    /// <summary>Takes idle nodes, or gets into the line and has the cluster grow.</summary>
    /// <returns>Whether the nodes are the claim's.</returns>
    public bool Ask(NodeClaim claim)
    {
        claim.AskedAt = Pacemaker.Instant();
        if (_waiting.Count == 0 && Count(ClusterNodeState.Idle) >= claim.NodeCount)
        {
            Grant(claim);
            return true;
        }

        claim.IsWaiting = true;
        _waiting.Add(claim);
        Resize();
        return false;
    }

    /// <summary>Gives the nodes back, or leaves the line.</summary>
    public void Leave(NodeClaim claim)
    {
        if (claim.IsWaiting)
        {
            claim.IsWaiting = false;
            _waiting.Remove(claim);
        }
        else if (claim.HasNodes)
        {
            (long ticks, Int128 cost) = Unpaid(claim);
            claim.HasNodes = false;
            claim.Claimant.Charge(ticks, cost);
            foreach (ClusterNode node in claim.ClusterNodes.Where(static n => n.State == ClusterNodeState.Running))
            {
                node.Stand();
            }
        }

        StartWaiting();
        Resize();
    }

    /// <summary>The claims that stand before this one.</summary>
    public IEnumerable<NodeClaim> Ahead(NodeClaim claim) => _waiting.TakeWhile(c => c != claim);

    /// <summary>How many claims stand before this one.</summary>
    public long AheadOf(NodeClaim claim) => Ahead(claim).Count();

    /// <summary>The claims that have nodes, those that have had them longest first.</summary>
    public IEnumerable<NodeClaim> Users() => _nodes.Select(static n => n.User).OfType<NodeClaim>().Distinct().OrderBy(static c => c.GrantedAt);

    /// <summary>What the claim's nodes cost since it got them.</summary>
    public (long Ticks, Int128 Cost) Unpaid(NodeClaim claim)
    {
        long now = Pacemaker.Instant();
        return ((now - claim.GrantedAt) * claim.NodeCount, Scheduler.Prices.Cost(Size, Tier, claim.GrantedAt, now) * claim.NodeCount);
    }

    /// <summary>How long nodes were there and what they cost, up to this moment.</summary>
    public (long Ticks, Int128 Cost) Use()
    {
        (long ticks, Int128 cost) = (_ticks, _cost);
        foreach (ClusterNode node in _nodes)
        {
            (long unpaid, Int128 more) = node.Unpaid(Pacemaker.Instant());
            ticks += unpaid;
            cost += more;
        }

        return (ticks, cost);
    }

    public void Charge(long ticks, Int128 cost)
    {
        _ticks += ticks;
        _cost += cost;
    }

    public void Transition() => ChangedAt = Pacemaker.Instant();

    public void NodeIsUp()
    {
        Transition();
        StartWaiting();
    }

    public void HasLeft(ClusterNode node)
    {
        _nodes.Remove(node);
        Transition();
        Resize();
        _coresFree();
    }

    /// <summary>Grows or shrinks towards what is wanted. Nodes that still wait for quota and are wanted no longer are given up; idle ones go when their time is over.</summary>
    public void Resize()
    {
        long now = Pacemaker.Instant();
        while (Present > Target && _nodes.FindLast(static n => n.State == ClusterNodeState.Asked) is { } unneeded)
        {
            unneeded.Forget(now);
            _nodes.Remove(unneeded);
        }

        foreach (ClusterNode node in _nodes)
        {
            if (Present > Target)
            {
                node.GoIfTired();
            }
        }

        while (Present < Target && Count(ClusterNodeState.Leaving) == 0)
        {
            var node = new ClusterNode(this, string.Create(CultureInfo.InvariantCulture, $"{Name}/{++_named:0000}"));
            _nodes.Add(node);
            node.Ask(now);
        }
    }

    private void StartWaiting()
    {
        while (_waiting.First is { } first && Count(ClusterNodeState.Idle) >= first.NodeCount)
        {
            first.IsWaiting = false;
            _waiting.Remove(first);
            Grant(first);
            first.Claimant.NodesGranted(first);
        }
    }

    private void Grant(NodeClaim claim)
    {
        claim.ClusterNodes = [.. _nodes.Where(static n => n.State == ClusterNodeState.Idle).Take(claim.NodeCount)];
        claim.WarmNodes = claim.NodeCount;
        claim.HasNodes = true;
        claim.GrantedAt = Pacemaker.Instant();
        foreach (ClusterNode node in claim.ClusterNodes)
        {
            node.Run(claim);
        }
    }

    private int NodesWanted() => Math.Min(_waiting.Sum(static c => c.NodeCount), Scale.MaxNodes);
}
