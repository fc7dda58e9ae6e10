namespace ServerlessCompute;

/// <summary>
/// The nodes that nobody uses and that are kept a while for the next job of their pool. They are given back when their time is over, or at
/// once when somebody else needs their cores: quota holds for all nodes, but an idle one never makes a job wait. Whoever leaves first is
/// taken and released first.
/// </summary>
internal sealed class IdleNodes(QuotaLedger ledger, long idleTicks, Action<Node, long> release)
{
    private readonly Dictionary<long, Queue<Node>> _pools = [];
    private readonly Queue<Entry>[] _tiers = [new(), new()];
    private readonly long[] _tierCores = [0, 0];

    // Dedicated cores have limits by family.
    private readonly Dictionary<int, Queue<Entry>> _families = [];
    private readonly Dictionary<int, long> _familyCores = [];

    public IEnumerable<Node> All => _pools.Values.SelectMany(static pool => pool);

    public long Cores(ComputeTier tier) => _tierCores[(int)tier];

    public void Add(Node node, long now)
    {
        node.IdleSince = now;
        node.Turn++;
        Count(node, 1);
        if (!_pools.TryGetValue(node.Pool, out Queue<Node>? pool))
        {
            _pools.Add(node.Pool, pool = new Queue<Node>(1));
        }

        pool.Enqueue(node);
        var entry = new Entry(node, node.Turn);
        Enqueue(_tiers[(int)node.Tier], entry);
        if (node.Tier == ComputeTier.Dedicated)
        {
            if (!_families.TryGetValue(node.Size.Family.Index, out Queue<Entry>? family))
            {
                _families.Add(node.Size.Family.Index, family = new Queue<Entry>());
            }

            Enqueue(family, entry);
        }
    }

    /// <summary>An idle node of the pool for somebody who needs one, or null.</summary>
    public Node? Take(long pool)
    {
        if (!_pools.TryGetValue(pool, out Queue<Node>? nodes))
        {
            return null;
        }

        Node node = nodes.Peek();
        Remove(node);
        return node;
    }

    /// <summary>How many idle nodes a pool has.</summary>
    public int Count(long pool) => _pools.TryGetValue(pool, out Queue<Node>? nodes) ? nodes.Count : 0;

    /// <summary>Takes one certain node out, wherever it is among them.</summary>
    public void Drop(Node node)
    {
        Queue<Node> pool = _pools[node.Pool];
        Node[] kept = [.. pool.Where(n => n != node)];
        pool.Clear();
        pool.Enqueue(node);
        foreach (Node other in kept)
        {
            pool.Enqueue(other);
        }

        Remove(node);
    }

    /// <summary>Releases the nodes whose time is over.</summary>
    public void Expire(long now)
    {
        foreach (Queue<Entry> tier in _tiers)
        {
            while (tier.TryPeek(out Entry oldest) && (oldest.IsOld || oldest.Node.IdleSince + idleTicks <= now))
            {
                tier.Dequeue();
                if (!oldest.IsOld)
                {
                    Release(oldest.Node, oldest.Node.IdleSince!.Value + idleTicks);
                }
            }
        }
    }

    /// <summary>Releases as many of a family and of its tier as quota no longer holds beside the nodes that are in use.</summary>
    public void MakeRoom(VmFamily family, ComputeTier tier, long now)
    {
        if (tier == ComputeTier.Dedicated && _familyCores.TryGetValue(family.Index, out long idle) && idle > 0)
        {
            Shrink(_families[family.Index], () => _familyCores[family.Index] > ledger.FreeOfFamily(family, tier), now);
        }

        if (_tierCores[(int)tier] > 0)
        {
            Shrink(_tiers[(int)tier], () => _tierCores[(int)tier] > ledger.TotalLimit(tier) - ledger.TotalUsed(tier), now);
        }
    }

    /// <summary>Old entries leave on the way, lest they and the jobs that they know pile up.</summary>
    private static void Enqueue(Queue<Entry> nodes, Entry entry)
    {
        while (nodes.TryPeek(out Entry oldest) && oldest.IsOld)
        {
            nodes.Dequeue();
        }

        nodes.Enqueue(entry);
    }

    private void Shrink(Queue<Entry> nodes, Func<bool> isTooMuch, long now)
    {
        while (isTooMuch() && nodes.TryDequeue(out Entry oldest))
        {
            if (!oldest.IsOld)
            {
                Release(oldest.Node, now);
            }
        }
    }

    private void Release(Node node, long at)
    {
        Remove(node);
        release(node, at);
    }

    /// <summary>The node is the first of its pool; its entries elsewhere grow old.</summary>
    private void Remove(Node node)
    {
        Queue<Node> pool = _pools[node.Pool];
        pool.Dequeue();
        if (pool.Count == 0)
        {
            _pools.Remove(node.Pool);
        }

        node.IdleSince = null;
        node.Turn++;
        Count(node, -1);
    }

    private void Count(Node node, int sign)
    {
        _tierCores[(int)node.Tier] += sign * node.Size.VCpus;
        if (node.Tier == ComputeTier.Dedicated)
        {
            _familyCores[node.Size.Family.Index] = _familyCores.GetValueOrDefault(node.Size.Family.Index) + (sign * node.Size.VCpus);
        }
    }

    private readonly record struct Entry(Node Node, int Turn)
    {
        public bool IsOld => Node.Turn != Turn;
    }
}
