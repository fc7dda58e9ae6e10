using System.Globalization;

namespace ServerlessCompute;

/// <summary>Finds out why a job waits. Under the engine's lock.</summary>
internal static class JobExplainer
{
    private const int Named = 5;

    public static JobExplanation Explain(ServerlessEngine engine, JobRecord job)
    {
        WaitExplanation? wait = Wait(engine, job);
        return new JobExplanation
        {
            JobName = job.Name,
            Status = new JobStatus(job.Phase.Word()),
            Placement = job.Placement,
            Wait = wait,
            Sooner = wait is null ? [] : [.. StartAdvisor.Advise(engine.Machines, job, wait)],
            Cost = JobView.Cost(engine, job),
        };
    }

    public static WaitExplanation? Wait(ServerlessEngine engine, JobRecord job) => job.Phase switch
    {
        JobPhase.Preparing => new WaitExplanation { Reason = WaitReason.Image, Message = "The image of its environment is being built.", Since = At(job.ChangedAt) },
        JobPhase.Queued when job.Claim is { HasNodes: true } claim => new WaitExplanation
        {
            Reason = WaitReason.NodesStarting,
            Message = string.Create(CultureInfo.InvariantCulture, $"Its {claim.NodeCount} node(s) of {claim.Size.Name} are starting."),
            Since = At(claim.GrantedAt),
        },
        JobPhase.Queued when job.Claim is { IsWaiting: true, Cluster: { } cluster } claim => ForCluster(cluster, claim),
        JobPhase.Queued when job.Claim is { IsWaiting: true } claim => ForQuota(engine.Machines, claim),
        _ => null,
    };

    private static WaitExplanation ForCluster(Cluster cluster, NodeClaim claim)
    {
        string[] ahead = [.. cluster.Ahead(claim).Take(Named).Select(static c => c.Claimant.Name)];
        string[] holding = [.. cluster.Users().Take(Named).Select(static c => c.Claimant.Name)];
        return new WaitExplanation
        {
            Reason = WaitReason.ClusterNodes,
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"Waiting for the compute {cluster.Name}: {claim.NodeCount} node(s) needed, {cluster.Count(ClusterNodeState.Idle)} of {cluster.Scale.MaxNodes} available, {cluster.AheadOf(claim)} job(s) ahead{Names(ahead)}.{InUse(holding)}{(cluster.GrowthProblem is { } problem ? " " + problem.Message : "")}"),
            Since = At(claim.AskedAt),
            JobsAhead = cluster.AheadOf(claim),
            Ahead = ahead,
            Holding = holding,
        };
    }

    private static WaitExplanation ForQuota(Machines machines, NodeClaim claim)
    {
        NodeScheduler scheduler = machines.Scheduler;
        NodeQueue queue = scheduler.Queue(claim.Size.Family, claim.Tier);
        WaitReason reason = Reason(machines, queue, claim);
        (string what, long free, long limit) = Limit(machines, queue, reason);
        long aheadCount = queue.AheadOf(claim);
        string[] ahead = [.. queue.Waiting.TakeWhile(c => c != claim).Take(Named).Select(static c => c.Claimant.Name)];
        IEnumerable<NodeClaim> holders = reason is WaitReason.TotalQuota or WaitReason.Turn
            ? scheduler.Queues.Where(q => q.Tier == claim.Tier).SelectMany(static q => q.Holding).OrderBy(static c => c.GrantedAt)
            : queue.Holding;
        string[] holding = [.. holders.Take(Named).Select(static c => c.Claimant.Name)];
        return new WaitExplanation
        {
            Reason = reason,
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"Waiting for {what}: {claim.Cores} vCPUs needed, {Math.Max(0, free)} of {limit} free, {aheadCount} job(s) ahead{Names(ahead)}.{InUse(holding)}"),
            Since = At(claim.AskedAt),
            VirtualCpusNeeded = claim.Cores,
            VirtualCpusFree = free,
            VirtualCpuLimit = limit,
            JobsAhead = aheadCount,
            Ahead = ahead,
            Holding = holding,
        };
    }

    private static WaitReason Reason(Machines machines, NodeQueue queue, NodeClaim claim)
    {
        QuotaScope obstacle = machines.Ledger.Obstacle(queue.Family, queue.Tier, claim.Cores);
        return obstacle switch
        {
            QuotaScope.Workspace => WaitReason.WorkspaceQuota,
            QuotaScope.Family => WaitReason.FamilyQuota,
            _ when !machines.Scheduler.IsSupplied(queue, claim, machines.Now) => WaitReason.Machines,
            QuotaScope.Total => WaitReason.TotalQuota,
            _ => WaitReason.Turn,
        };
    }

    private static (string What, long Free, long Limit) Limit(Machines machines, NodeQueue queue, WaitReason reason)
    {
        QuotaLedger ledger = machines.Ledger;
        long total = ledger.TotalLimit(queue.Tier);
        return reason switch
        {
            WaitReason.TotalQuota => ($"quota of all families on {Word(queue.Tier)} machines", total - ledger.TotalUsed(queue.Tier), total),
            WaitReason.Machines => ($"machines of {queue.Family.Name}, of which Azure has too few now", Math.Min(machines.Course.Cores(queue.Family, machines.Now), total) - ledger.UsedHere(queue.Family, queue.Tier), Math.Min(machines.Course.Cores(queue.Family, machines.Now), total)),
            WaitReason.Turn => ("its turn", ledger.Free(queue.Family, queue.Tier), ledger.Most(queue.Family, queue.Tier)),
            _ => ($"quota of {queue.Family.Name}", ledger.Free(queue.Family, queue.Tier), ledger.Most(queue.Family, queue.Tier)),
        };
    }

    private static string Word(ComputeTier tier) => tier == ComputeTier.Dedicated ? "dedicated" : "Spot";

    private static string Names(string[] jobs) => jobs.Length == 0 ? "" : $" ({string.Join(", ", jobs)}{(jobs.Length == Named ? " …" : "")})";

    private static string InUse(string[] jobs) => jobs.Length == 0 ? "" : $" In use by {string.Join(", ", jobs)}{(jobs.Length == Named ? " …" : "")}.";

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
