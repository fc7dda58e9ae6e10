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
        Scheduler = new NodeScheduler(Ledger, new NodePrices(Catalogue), options.IdleNodeTime);
    }

    public VmCatalogue Catalogue { get; }

    public QuotaLedger Ledger { get; }

    public PolicyBook Policies { get; }

    public SizeChooser Chooser { get; }

    public NodeScheduler Scheduler { get; }

    public PlacementDecision Decide(JobRecord job) => Chooser.Decide(CommandFacts.Placement(job));

    /// <summary>Takes the nodes of the size that was decided for the job, or puts it into the queue.</summary>
    /// <returns>Whether the nodes are the job's.</returns>
    public bool Ask(JobRecord job)
    {
        job.Claim = new NodeClaim(job, job.Size!, job.NodeCount, job.Tier, Pool(job));
        return Scheduler.Ask(job.Claim, _pacemaker.Instant());
    }

    /// <summary>Takes the job's nodes back, or takes it out of its queue.</summary>
    public void Leave(JobRecord job)
    {
        if (job.Claim is { } claim)
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
            var job = (JobRecord)claim.Claimant;
            if (job.Claim == claim && claim.IsWaiting)
            {
                job.Life.Reconsider(job);
            }
        }

        StartWaiting();
    }

    /// <summary>How many jobs stand before this one in its queue.</summary>
    public long AheadOf(JobRecord job) => job.Claim is { IsWaiting: true } claim ? Scheduler.Queue(claim.Size.Family, claim.Tier).AheadOf(claim) : 0;

    /// <summary>How long nodes were there for the job and what they cost, up to this moment.</summary>
    public (long Ticks, Int128 Cost) Use(JobRecord job)
    {
        (long ticks, Int128 cost) = job.Claim is { PaidNodes: > 0 } claim ? Scheduler.Unpaid(claim, _pacemaker.Instant()) : default;
        return (job.NodeTicks + ticks, job.NodeCost + cost);
    }

    /// <summary>Nodes are kept for jobs with the same size, tier, image and owner.</summary>
    private long Pool(JobRecord job)
    {
        ReadOnlySpan<byte> body = job.Body;
        int image = _images.Of(JsonScan.Value(body, "environmentId"u8));
        int owner = _owners.Of(JsonScan.Value(body, "identity"u8));
        return ((((long)job.Size!.Index << 1) | (long)job.Tier) << 52) | ((long)image << 26) | (long)owner;
    }
}
