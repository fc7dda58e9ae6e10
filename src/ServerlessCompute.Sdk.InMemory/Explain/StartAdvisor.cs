using System.Globalization;

namespace ServerlessCompute;

/// <summary>Finds what would let a waiting job start at once. Under the engine's lock.</summary>
internal static class StartAdvisor
{
    private const int SizesNamed = 3;

    public static IEnumerable<StartAdvice> Advise(Machines machines, JobRecord job, WaitExplanation wait)
    {
        if (job.Claim is not { IsWaiting: true } claim)
        {
            return [];
        }

        return claim.Cluster is { } cluster
            ? Instead(machines, claim, cluster)
            : [.. FewerNodes(machines, claim, wait), .. AnotherSize(machines, claim), .. AnotherTier(machines, claim), .. MoreQuota(machines, claim, wait)];
    }

    /// <summary>Only who is first in line has the choice.</summary>
    private static IEnumerable<StartAdvice> FewerNodes(Machines machines, NodeClaim claim, WaitExplanation wait)
    {
        int fit = (int)Math.Min(claim.NodeCount - 1, machines.Ledger.Free(claim.Size.Family, claim.Tier) / claim.Size.VCpus);
        if (wait.JobsAhead == 0 && fit > 0 && wait.Reason != WaitReason.Machines && !machines.Scheduler.MustWaitForTotal(claim, machines.Now))
        {
            yield return new StartAdvice
            {
                Kind = StartAdviceKind.FewerNodes,
                Text = Text($"{fit} node(s) of {claim.Size.Name} in place of {claim.NodeCount}"),
                InstanceType = claim.Size.Name,
                NodeCount = fit,
            };
        }
    }

    /// <summary>Sizes of other families that have as much of everything, the cheapest first.</summary>
    private static IEnumerable<StartAdvice> AnotherSize(Machines machines, NodeClaim claim) => machines.Catalogue.Sizes
        .Where(s => s is { IsOffered: true, IsRetired: false } && s.Family != claim.Size.Family && s.Gpus == claim.Size.Gpus && s.VCpus >= claim.Size.VCpus && s.MemoryGiB >= claim.Size.MemoryGiB)
        .Where(s => machines.Policies.Denies(s) is null && machines.Scheduler.WouldStart(s, claim.NodeCount, claim.Tier, machines.Now))
        .OrderBy(static s => s.Price ?? decimal.MaxValue).ThenBy(static s => s.Name, StringComparer.Ordinal)
        .Take(SizesNamed)
        .Select(s => new StartAdvice
        {
            Kind = StartAdviceKind.AnotherSize,
            Text = Text($"{claim.NodeCount} node(s) of {s.Name} ({s.VCpus} vCPUs, {s.MemoryGiB} GiB{(s.Price is { } price ? Text($", {price} USD an hour") : "")})"),
            InstanceType = s.Name,
            NodeCount = claim.NodeCount,
        });

    private static IEnumerable<StartAdvice> AnotherTier(Machines machines, NodeClaim claim)
    {
        ComputeTier other = claim.Tier == ComputeTier.Dedicated ? ComputeTier.LowPriority : ComputeTier.Dedicated;
        if (machines.Policies.Denies(claim.NodeCount, other) is null && machines.Scheduler.WouldStart(claim.Size, claim.NodeCount, other, machines.Now))
        {
            bool spot = other == ComputeTier.LowPriority;
            yield return new StartAdvice
            {
                Kind = StartAdviceKind.AnotherTier,
                Text = spot ? $"the Spot tier, where {claim.Size.Name} is free, and may be taken while the job runs" : $"the Standard tier, where {claim.Size.Name} is free",
                InstanceType = claim.Size.Name,
                NodeCount = claim.NodeCount,
                Tier = spot ? JobTier.Spot : JobTier.Standard,
            };
        }
    }

    /// <summary>So much more that those ahead of it start as well.</summary>
    private static IEnumerable<StartAdvice> MoreQuota(Machines machines, NodeClaim claim, WaitExplanation wait)
    {
        if (wait.Reason is not (WaitReason.FamilyQuota or WaitReason.WorkspaceQuota or WaitReason.TotalQuota))
        {
            yield break;
        }

        NodeQueue queue = machines.Scheduler.Queue(claim.Size.Family, claim.Tier);
        long ahead = queue.Waiting.TakeWhile(c => c != claim).Sum(static c => c.Cores);
        long wanted = wait.VirtualCpuLimit + ahead + claim.Cores - wait.VirtualCpusFree;
        string whose = wait.Reason switch
        {
            WaitReason.FamilyQuota => $"the subscription's quota of {claim.Size.Family.Name}",
            WaitReason.WorkspaceQuota => $"the workspace's quota of {claim.Size.Family.Name}",
            _ => claim.Tier == ComputeTier.Dedicated ? "the region's quota of dedicated vCPUs" : "the region's quota of low-priority vCPUs",
        };
        yield return new StartAdvice
        {
            Kind = StartAdviceKind.MoreQuota,
            Text = Text($"{wanted} vCPUs in place of {wait.VirtualCpuLimit} as {whose}{(ahead > 0 ? ", which starts those ahead too" : "")}"),
            VirtualCpus = wanted,
        };
    }

    private static IEnumerable<StartAdvice> Instead(Machines machines, NodeClaim claim, Cluster cluster)
    {
        if (machines.Scheduler.WouldStart(claim.Size, claim.NodeCount, claim.Tier, machines.Now))
        {
            yield return new StartAdvice
            {
                Kind = StartAdviceKind.Serverless,
                Text = $"serverless compute in place of {cluster.Name}: quota for it is free",
                InstanceType = claim.Size.Name,
                NodeCount = claim.NodeCount,
            };
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
