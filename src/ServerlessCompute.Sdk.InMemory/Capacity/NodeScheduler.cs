namespace ServerlessCompute;

/// <summary>
/// Gives nodes to jobs, all of them or none. Jobs of one family and tier are served in the order in which they came. One of another family
/// may start before them while their family is full, since it takes nothing that they wait for; but nobody overtakes a job that waits for
/// the region's total alone. Used under the engine's lock.
/// </summary>
internal sealed class NodeScheduler
{
    private readonly bool _keepsIdle;
    private readonly Dictionary<int, NodeQueue> _queues = [];
    private readonly List<NodeQueue> _waiting = [];
    private long _arrivals;
    private long _nodes;

    public NodeScheduler(QuotaLedger ledger, NodePrices prices, MachineSupply supply, TimeSpan idleTime)
    {
        Ledger = ledger;
        Supply = supply;
        Prices = prices;
        _keepsIdle = idleTime > TimeSpan.Zero;
        Idle = new IdleNodes(ledger, idleTime.Ticks, Release);
    }

    public IdleNodes Idle { get; }

    public QuotaLedger Ledger { get; }

    public NodePrices Prices { get; }

    public MachineSupply Supply { get; }

    /// <summary>Told of each node that a claim gets.</summary>
    public Action<Node>? Started { get; set; }

    /// <summary>Told when a queue has somebody who waits or who got nodes.</summary>
    public Action<NodeQueue>? Attended { get; set; }

    public IEnumerable<NodeQueue> Queues => _queues.Values;

    /// <summary>Takes the nodes, or gets into the queue.</summary>
    /// <returns>Whether the nodes are the claim's.</returns>
    public bool Ask(NodeClaim claim, long now)
    {
        Idle.Expire(now);
        claim.Arrival = _arrivals++;
        claim.AskedAt = now;
        NodeQueue queue = Queue(claim.Size.Family, claim.Tier);
        if (queue.Waiting.Count == 0 && claim.Cores <= Ledger.Free(queue.Family, queue.Tier) && !TotalIsAwaited(claim.Tier, now) && IsSupplied(queue, claim, now))
        {
            Grant(queue, claim, now);
            return true;
        }

        if (queue.Waiting.Count == 0)
        {
            _waiting.Add(queue);
        }

        queue.Enter(claim);
        Attended?.Invoke(queue);
        return false;
    }

    /// <summary>Gives the nodes back, or leaves the queue.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="now">The time.</param>
    /// <param name="keepsIdle">Whether the nodes are kept for the next claim.</param>
    public void Leave(NodeClaim claim, long now, bool keepsIdle = true)
    {
        Idle.Expire(now);
        NodeQueue queue = Queue(claim.Size.Family, claim.Tier);
        if (claim.HasNodes)
        {
            queue.Holding.Remove(claim);
            Ledger.Return(queue.Family, queue.Tier, claim.Cores);
            foreach (Node node in claim.Nodes)
            {
                if (!node.IsReleased)
                {
                    Stand(node, now, keepsIdle && _keepsIdle);
                }
            }

            // A limit may have been lowered under what was in use.
            Idle.MakeRoom(queue.Family, queue.Tier, now);

            // Not before: while it has nodes it is not settled, whatever is released.
            claim.HasNodes = false;
            if (claim.PaidNodes == 0)
            {
                claim.Claimant.Settled(claim);
            }
        }
        else if (claim.IsWaiting)
        {
            RemoveWaiting(queue, claim);
        }
    }

    /// <summary>The next claim whose nodes are free now; they are its own from here on. Null when none can start.</summary>
    public NodeClaim? StartNext(long now)
    {
        Idle.Expire(now);
        NodeClaim? next = Earlier(First(ComputeTier.Dedicated, now), First(ComputeTier.LowPriority, now));
        if (next is null)
        {
            return null;
        }

        NodeQueue queue = Queue(next.Size.Family, next.Tier);
        RemoveWaiting(queue, next);
        Grant(queue, next, now);
        return next;
    }

    /// <summary>Whether a claim like this would start if it came now.</summary>
    public bool WouldStart(VmSize size, int nodes, ComputeTier tier, long now)
    {
        NodeQueue queue = Queue(size.Family, tier);
        long cores = SizeChooser.Cores(size, nodes);
        return queue.Waiting.Count == 0 && cores <= Ledger.Free(size.Family, tier) && !TotalIsAwaited(tier, now)
            && (Supply.IsEndless || Supply.Has(size.Family, tier, Ledger.UsedHere(size.Family, tier), cores, now));
    }

    /// <summary>Whether jobs that came before the claim wait for the tier's total, so that it must too.</summary>
    public bool MustWaitForTotal(NodeClaim claim, long now) =>
        _waiting.Exists(q => q.Tier == claim.Tier && q.Waiting.First is { } head && head != claim && head.Arrival < claim.Arrival && head.Cores <= Ledger.FreeOfFamily(q.Family, q.Tier) && IsSupplied(q, head, now));

    /// <summary>Takes a node away from whoever has it.</summary>
    public void Lose(Node node, NodeLoss loss, long now)
    {
        if (node.IsReleased)
        {
            return;
        }

        NodeClaim? user = node.User;
        if (user is null)
        {
            Idle.Drop(node);
        }

        Release(node, now);
        user?.Claimant.NodeLost(user, node, loss);
    }

    /// <summary>Whether there are machines for the claim, quota aside.</summary>
    public bool IsSupplied(NodeQueue queue, NodeClaim claim, long now) =>
        Supply.IsEndless || Supply.Has(queue.Family, queue.Tier, Ledger.UsedHere(queue.Family, queue.Tier), Math.Max(0, claim.NodeCount - Idle.Count(claim.Pool)) * (long)claim.Size.VCpus, now);

    /// <summary>Limits or others' use have changed: idle nodes for which there is no longer room are released.</summary>
    public void QuotaChanged(long now)
    {
        Idle.Expire(now);
        foreach (NodeQueue queue in _queues.Values)
        {
            Idle.MakeRoom(queue.Family, queue.Tier, now);
        }
    }

    public NodeQueue Queue(VmFamily family, ComputeTier tier)
    {
        int key = (family.Index * 2) + (int)tier;
        if (!_queues.TryGetValue(key, out NodeQueue? queue))
        {
            _queues.Add(key, queue = new NodeQueue(family, tier));
        }

        return queue;
    }

    /// <summary>What the claim's nodes cost since they were last paid for.</summary>
    public (long Ticks, Int128 Cost) Unpaid(NodeClaim claim, long now)
    {
        long ticks = 0;
        Int128 cost = 0;
        Idle.Expire(now);
        foreach (Node node in claim.Nodes)
        {
            if (node.Payer == claim && !node.IsReleased)
            {
                ticks += now - node.PaidUntil;
                cost += Prices.Cost(node.Size, node.Tier, node.PaidUntil, now);
            }
        }

        return (ticks, cost);
    }

    /// <summary>Makes everybody who has nodes, or had them last, pay for them up to now.</summary>
    public void PayAll(long now)
    {
        Idle.Expire(now);
        foreach (Node node in _queues.Values.SelectMany(static q => q.Holding).SelectMany(static c => c.Nodes).Where(static n => !n.IsReleased).Concat(Idle.All))
        {
            Pay(node, now);
        }
    }

    private void Grant(NodeQueue queue, NodeClaim claim, long now)
    {
        Ledger.TryTake(queue.Family, queue.Tier, claim.Cores);
        claim.HasNodes = true;
        claim.GrantedAt = now;
        queue.Holding.Add(claim);
        claim.Nodes = new Node[claim.NodeCount];
        claim.PaidNodes += claim.NodeCount;
        for (int i = 0; i < claim.NodeCount; i++)
        {
            Node? node = Idle.Take(claim.Pool);
            if (node is null)
            {
                node = new Node(++_nodes, claim.Size, claim.Tier, claim.Pool, now);
            }
            else
            {
                claim.WarmNodes++;
                Pay(node, now);
                Dismiss(node.Payer!);
            }

            node.Payer = claim;
            claim.Nodes[i] = node;
            Started?.Invoke(node);
        }

        Idle.MakeRoom(queue.Family, queue.Tier, now);
        Attended?.Invoke(queue);
    }

    /// <summary>Nobody uses the node any more.</summary>
    private void Stand(Node node, long now, bool keepsIdle)
    {
        if (keepsIdle && node.Notice is null)
        {
            Idle.Add(node, now);
        }
        else
        {
            Release(node, now);
        }
    }

    private void Release(Node node, long now)
    {
        Pay(node, now);
        node.IsReleased = true;
        node.Notice = null;
        Dismiss(node.Payer!);
    }

    private void Pay(Node node, long now)
    {
        node.Payer!.Claimant.Charge(now - node.PaidUntil, Prices.Cost(node.Size, node.Tier, node.PaidUntil, now));
        node.PaidUntil = now;
    }

    /// <summary>The claim has one node less to pay for.</summary>
    private static void Dismiss(NodeClaim payer)
    {
        if (--payer.PaidNodes == 0 && !payer.HasNodes)
        {
            payer.Claimant.Settled(payer);
        }
    }

    private void RemoveWaiting(NodeQueue queue, NodeClaim claim)
    {
        queue.Leave(claim);
        if (queue.Waiting.Count == 0)
        {
            _waiting.Remove(queue);
        }
    }

    /// <summary>Whether a job that came before waits for the tier's total and for nothing else.</summary>
    private bool TotalIsAwaited(ComputeTier tier, long now)
    {
        foreach (NodeQueue queue in _waiting)
        {
            if (queue.Tier == tier && queue.Waiting.First!.Cores <= Ledger.FreeOfFamily(queue.Family, tier) && IsSupplied(queue, queue.Waiting.First, now))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first in line of the tier, those aside whose family is full or has no machines; null when the total has no room for it.</summary>
    private NodeClaim? First(ComputeTier tier, long now)
    {
        NodeClaim? first = null;
        foreach (NodeQueue queue in _waiting)
        {
            NodeClaim head = queue.Waiting.First!;
            if (queue.Tier == tier && (first is null || head.Arrival < first.Arrival) && head.Cores <= Ledger.FreeOfFamily(queue.Family, tier) && IsSupplied(queue, head, now))
            {
                first = head;
            }
        }

        return first is not null && first.Cores <= Ledger.TotalLimit(tier) - Ledger.TotalUsed(tier) ? first : null;
    }

    private static NodeClaim? Earlier(NodeClaim? one, NodeClaim? other) =>
        one is null || (other is not null && other.Arrival < one.Arrival) ? other : one;
}
