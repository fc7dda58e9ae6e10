namespace ServerlessCompute;

/// <summary>Where jobs meet machines: what they may have, what they get, what it costs. Under the engine's lock.</summary>
internal sealed class Machines
{
    private readonly Pacemaker _pacemaker;
    private readonly Utf8Numbers _images = new();
    private readonly Utf8Numbers _owners = new();

    public Machines(Pacemaker pacemaker, WorkspaceIdentity workspace, InMemoryServerlessOptions options)
    {
        _pacemaker = pacemaker;
        Catalogue = VmCatalogue.Of(options.Region);
        Ledger = new QuotaLedger(Catalogue, options.Quota, workspace.ArmId);
        Policies = new PolicyBook(options.Region);
        Chooser = new SizeChooser(Catalogue, Ledger, Policies, options.Region);
        var course = new SpotCourse(options.Spot, options.Seed);
        Supply = new MachineSupply(course);
        Scheduler = new NodeScheduler(Ledger, new NodePrices(Catalogue, course), Supply, options.IdleNodeTime);
        Spot = new SpotWatch(course, Scheduler, pacemaker, StartWaiting);
        Scheduler.Attended = Spot.Attend;
        Scheduler.Started = node => NodeStarted?.Invoke(node);
        OnEviction = options.Spot.OnEviction;
    }

    public VmCatalogue Catalogue { get; }

    public QuotaLedger Ledger { get; }

    public PolicyBook Policies { get; }

    public SizeChooser Chooser { get; }

    public NodeScheduler Scheduler { get; }

    /// <summary>The named clusters.</summary>
    public SortedDictionary<string, Cluster> Clusters { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Cluster AddCluster(string name, VmSize size, ComputeTier tier, ClusterScale scale)
    {
        var cluster = new Cluster(name, size, tier, scale, Scheduler, _pacemaker, StartWaiting);
        Clusters.Add(name, cluster);
        return cluster;
    }

    /// <summary>The cluster that a body names, or null for serverless.</summary>
    public Cluster? ClusterOf(ReadOnlySpan<byte> body) => Clusters.Count > 0 && CommandFacts.Compute(body) is { } name ? Clusters.GetValueOrDefault(name) : null;

    public SpotCourse Course => Spot.Course;

    public long Now => _pacemaker.Instant();

    public MachineSupply Supply { get; }

    public SpotWatch Spot { get; }

    /// <summary>Told of each node that somebody gets who did not have it before.</summary>
    public Action<Node>? NodeStarted { get; init; }

    /// <summary>What happens to a job whose Spot node is taken.</summary>
    public SpotEvictionPolicy OnEviction { get; }

    public PlacementDecision Decide(JobRecord job)
    {
        job.Cluster ??= ClusterOf(job.Body);
        return job.Cluster is { } cluster ? Decide(job, cluster) : Chooser.Decide(CommandFacts.Placement(job));
    }

    /// <summary>Takes the nodes of the size that was decided for the job, or puts it into the queue.</summary>
    /// <returns>Whether the nodes are the job's.</returns>
    public bool Ask(JobRecord job)
    {
        if (job.Cluster is { } cluster)
        {
            job.Claim = new NodeClaim(job, cluster.Size, job.NodeCount, cluster.Tier, pool: -1) { Cluster = cluster };
            return cluster.Ask(job.Claim);
        }

        job.Claim = new NodeClaim(job, job.Size!, job.NodeCount, job.Tier, Pool(job));
        return Scheduler.Ask(job.Claim, _pacemaker.Instant());
    }

    /// <summary>Takes the job's nodes back, or takes it out of its queue.</summary>
    public void Leave(JobRecord job)
    {
        if (job.Claim is { Cluster: { } cluster } there)
        {
            cluster.Leave(there);
            job.Claim = null;
        }
        else if (job.Claim is { } claim)
        {
            bool neverHadNodes = claim.IsWaiting;
            Scheduler.Leave(claim, _pacemaker.Instant());
            job.Claim = neverHadNodes ? null : job.Claim;
        }
    }

    /// <summary>Gives nodes that are free now to those who wait for them.</summary>
    public void StartWaiting()
    {
        while (Scheduler.StartNext(_pacemaker.Instant()) is { } next)
        {
            next.Claimant.NodesGranted(next);
        }
    }

    /// <summary>Limits, policies or others' use have changed: those who wait feel it at once.</summary>
    public void Changed()
    {
        Scheduler.QuotaChanged(_pacemaker.Instant());
        foreach (NodeClaim claim in Scheduler.Queues.SelectMany(static q => q.Waiting).OrderBy(static c => c.Arrival).ToArray())
        {
            if (claim.IsWaiting && claim.Claimant is JobRecord job)
            {
                job.Life.Reconsider(job);
            }
        }

        StartWaiting();
    }

    /// <summary>A node is gone for good.</summary>
    public void Break(Node node)
    {
        Scheduler.Lose(node, NodeLoss.Failed, _pacemaker.Instant());
        StartWaiting();
    }

    /// <summary>From so long from now on there are no machines of that family and tier for so long; null stands for all of them.</summary>
    public void AddDrought(VmFamily? family, ComputeTier? tier, TimeSpan startsIn, TimeSpan length)
    {
        long from = _pacemaker.Instant() + startsIn.Ticks;
        Supply.AddDrought(family, tier, from, from + length.Ticks);
        _pacemaker.Schedule(from + length.Ticks, new DroughtEnd(this), 0, isWork: true);
    }

    /// <summary>The Spot nodes that a job has now, or the one of that name.</summary>
    public IEnumerable<Node> SpotNodes(string jobOrNode) => NodesOf(jobOrNode).Where(static n => n.Tier == ComputeTier.LowPriority);

    /// <summary>The nodes that a job has now, or the one of that name; in a cluster those of its nodes that run the job.</summary>
    public IEnumerable<Node> NodesOf(string jobOrNode) => Scheduler.Queues
        .SelectMany(static q => q.Holding).SelectMany(static c => c.Nodes)
        .Where(n => !n.IsReleased && (n.Name == jobOrNode || Runs(n, jobOrNode))).OrderBy(static n => n.Number);

    private static bool Runs(Node node, string job) => node.User?.Claimant switch
    {
        ClusterNode { User: { } user } => user.Claimant.Name == job,
        { } claimant => claimant.Name == job,
        null => false,
    };

    /// <summary>The nodes of serverless jobs, the idle ones too, in the order in which they were started.</summary>
    public IEnumerable<Node> Nodes()
    {
        Scheduler.Idle.Expire(_pacemaker.Instant());
        return Scheduler.Queues.SelectMany(static q => q.Holding).SelectMany(static c => c.Nodes).Concat(Scheduler.Idle.All)
            .Where(static n => n.Payer!.Claimant is JobRecord).OrderBy(static n => n.Number);
    }

    /// <summary>How many jobs stand before this one in its queue.</summary>
    public long AheadOf(JobRecord job) =>
        job.Claim is not { IsWaiting: true } claim ? 0 : claim.Cluster?.AheadOf(claim) ?? Scheduler.Queue(claim.Size.Family, claim.Tier).AheadOf(claim);

    /// <summary>How long nodes were there for the job and its children and what they cost, up to this moment.</summary>
    public (long Ticks, Int128 Cost) Use(JobRecord job)
    {
        (long ticks, Int128 cost) = job.Claim switch
        {
            { Cluster: { } cluster, HasNodes: true } claim => cluster.Unpaid(claim),
            { PaidNodes: > 0 } claim => Scheduler.Unpaid(claim, _pacemaker.Instant()),
            _ => default,
        };
        foreach (JobRecord child in job.Kin?.Children ?? [])
        {
            (long more, Int128 dollars) = Use(child);
            ticks += more;
            cost += dollars;
        }

        return (job.NodeTicks + ticks, job.NodeCost + cost);
    }

    private static PlacementDecision Decide(JobRecord job, Cluster cluster)
    {
        RunError? refusal = cluster.Problem ?? (job.NodeCount > cluster.Scale.MaxNodes ? QuotaRefusal.TooManyForCluster(cluster.Name, cluster.Scale.MaxNodes, job.NodeCount) : null);
        return new PlacementDecision
        {
            InstanceType = refusal is null ? cluster.Size.Name : null,
            Size = refusal is null ? cluster.Size : null,
            WasNamed = true,
            NodeCount = job.NodeCount,
            Reason = refusal?.Message ?? $"The compute {cluster.Name} was named by the job, and its nodes are {cluster.Size.Name}.",
            RefusalCode = refusal?.InnerCode,
            Refusal = refusal,
        };
    }

    /// <summary>Nodes are kept for jobs with the same size, tier, image and owner.</summary>
    private long Pool(JobRecord job)
    {
        ReadOnlySpan<byte> body = job.Body;
        int image = _images.Of(JsonScan.Value(body, "environmentId"u8));
        int owner = _owners.Of(JsonScan.Value(body, "identity"u8));
        return ((((long)job.Size!.Index << 1) | (long)job.Tier) << 52) | ((long)image << 26) | (long)owner;
    }

    private sealed class DroughtEnd(Machines machines) : IEventTarget
    {
        string IEventTarget.OrderName => "";

        void IEventTarget.OnDue(int stage) => machines.StartWaiting();
    }
}
