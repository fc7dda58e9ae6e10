using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// The service's words for machines that a job can never get, with the advice of its documentation: fewer nodes, another size, or a
/// request for more quota. Codes and the beginnings of the texts are the service's, as far as they were seen.
/// </summary>
internal static class QuotaRefusal
{
    /// <summary>Azure's code for what a policy denies.</summary>
    public const string PolicyCode = "RequestDisallowedByPolicy";

    private const int SizesNamed = 3;

    public static RunError UnknownSize(VmCatalogue catalogue, string name, string region)
    {
        string nearest = string.Join(", ", catalogue.Nearest(name, SizesNamed).Select(static s => s.Name));
        bool retired = catalogue.Find(name) is { IsRetired: true, IsOffered: true };
        return new RunError(
            "UserError",
            $"The VM size {name} {(retired ? "is retired and can no longer be used" : $"is not offered in {region}")}. Use another size, for example {nearest}, or leave the size out to have one chosen.")
        {
            InnerCode = "InvalidVmSize",
            Parameters = [new("instanceType", name), new("nearest", nearest)],
        };
    }

    public static RunError TooLarge(VmCatalogue catalogue, QuotaLedger ledger, VmSize size, PlacementRequest request)
    {
        (string whose, string what, int limit) = Narrowest(ledger, size, request.Tier);
        long cores = SizeChooser.Cores(size, request.Nodes);
        int fit = limit / size.VCpus;
        string others = string.Join(
            ", ",
            catalogue.Sizes
                .Where(s => !s.IsRetired && s.IsOffered && s.Gpus == size.Gpus && s.Family != size.Family && SizeChooser.Cores(s, request.Nodes) <= ledger.Most(s.Family, request.Tier))
                .OrderBy(s => Math.Abs(s.VCpus - size.VCpus)).ThenBy(static s => s.Name, StringComparer.Ordinal)
                .Take(SizesNamed).Select(static s => s.Name));
        string otherSize = others.Length == 0 ? "use another size for which there is quota" : $"use another size for which there is quota, such as {others}";

        // "accomodate" is the service's own spelling.
        string message = fit == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The specified {whose} has a {what} vCPU quota of {limit} and cannot accomodate for at least 1 requested managed compute nodes which maps to {size.VCpus} vCPUs.{(limit == 0 && IsSpecialty(size) ? $" {size.Name} belongs to a specialty Sku. It requires your subscription to be whitelisted." : "")} To go on, {otherSize}, or request a quota increase for this family.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The specified {whose} has a {what} vCPU quota of {limit} and is less than the requested job node count of {request.Nodes} which maps to {cores} vCPUs. To go on, ask for at most {fit} node(s) of {size.Name}, request a quota increase for this family, or {otherSize}.");
        return new RunError("UserError", message)
        {
            InnerCode = fit == 0 ? "ClusterMinNodesExceedCoreQuota" : "JobNodeCountExceedsCoreQuota",
            Parameters =
            [
                new("instanceType", size.Name),
                new("family", size.Family.Name),
                new("tier", request.Tier.ToString()),
                new("quota", Text(limit)),
                new("requestedNodes", Text(request.Nodes)),
                new("requestedVCpus", Text(cores)),
                new("nodesThatFit", Text(fit)),
                new("otherSizes", others),
            ],
        };
    }

    /// <summary>Why a cluster cannot be made: its least nodes are more than quota can ever hold (recorded).</summary>
    public static RunError ClusterMinimum(QuotaLedger ledger, VmSize size, ComputeTier tier, int nodes)
    {
        (string whose, string what, int limit) = Narrowest(ledger, size, tier);
        return new RunError(
            "UserError",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The specified {whose} has a {what} vCPU quota of {limit} and cannot accomodate for at least {nodes} requested managed compute nodes which maps to {SizeChooser.Cores(size, nodes)} vCPUs. Talk to your Subscription Admin or request a quota increase for the family."))
        {
            InnerCode = "ClusterMinNodesExceedCoreQuota",
        };
    }

    /// <summary>Why a cluster cannot grow at the moment: others use the quota (recorded).</summary>
    public static RunError ClusterGrowth(QuotaLedger ledger, VmSize size, ComputeTier tier, QuotaScope obstacle, int nodes)
    {
        bool dedicated = tier == ComputeTier.Dedicated;
        (string what, long limit, long used) = obstacle switch
        {
            QuotaScope.Workspace => ($"{size.Family.UsageName} of the workspace", ledger.Limit(size.Family, tier), ledger.UsedHere(size.Family, tier)),
            QuotaScope.Family => (size.Family.UsageName, ledger.SubscriptionLimit(size.Family), ledger.Used(size.Family, tier)),
            _ => (dedicated ? "Total Cluster Dedicated Regional vCPUs" : "Total Cluster Low Priority Regional vCPUs", ledger.TotalLimit(tier), ledger.TotalUsed(tier)),
        };
        return new RunError(
            "UserError",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Operation results in exceeding quota limits of {what}. Maximum allowed: {limit}, Current in use: {used}, Additional requested: {SizeChooser.Cores(size, nodes)}. Click here to view and request for quota: https://portal.azure.com/#resource{ledger.Workspaces[0].Name}/quotaUsage"))
        {
            InnerCode = "ClusterCoreQuotaReached",
        };
    }

    /// <summary>A job wants more nodes than a named cluster ever has. (Ours: no recording shows it.)</summary>
    public static RunError TooManyForCluster(string cluster, int most, int nodes) => new(
        "UserError",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The job's node count of {nodes} is more than the {most} node(s) that the compute {cluster} has at most. To go on, ask for at most {most} node(s), raise the cluster's maximum, or leave the compute out to use serverless compute."))
    {
        InnerCode = "JobNodeCountExceedsClusterMaxNodeCount",
        Parameters = [new("compute", cluster), new("maxNodes", Text(most)), new("requestedNodes", Text(nodes))],
    };

    /// <summary>Azure's words for a request that a policy denies, with the reason, which Azure keeps to itself.</summary>
    public static RunError Disallowed(QuotaLedger ledger, PolicyDenial denial)
    {
        string subscription = ledger.Workspaces[0].Name.Split("/resourceGroups/")[0];
        string id = $"{subscription}/providers/Microsoft.Authorization/policyAssignments/{denial.Policy}";
        return new RunError(
            "UserError",
            $"The job was disallowed by policy. Policy identifiers: '[{{\"policyAssignment\":{{\"name\":\"{denial.Policy}\",\"id\":\"{id}\"}}}}]'. The policy {denial.Policy} denies it: {denial.Reason}.")
        {
            InnerCode = PolicyCode,
            Parameters = [new("policy", denial.Policy), new("reason", denial.Reason)],
        };
    }

    public static RunError NothingFits(QuotaLedger ledger, int nodes, ComputeTier tier)
    {
        string what = tier == ComputeTier.Dedicated ? "Total Cluster Dedicated Regional" : "Total Cluster Low Priority Regional";
        int limit = ledger.TotalLimit(tier);
        return new RunError(
            "UserError",
            $"No CPU size can be chosen for {Text(nodes)} node(s): the {what} vCPU quota is {Text(limit)}, and no family's quota holds that many nodes. To go on, ask for fewer nodes, name a size for which there is quota, or request a quota increase.")
        {
            InnerCode = "JobNodeCountExceedsCoreQuota",
            Parameters = [new("tier", tier.ToString()), new("quota", Text(limit)), new("requestedNodes", Text(nodes))],
        };
    }

    /// <summary>The limit that a job runs into first, and whose it is.</summary>
    private static (string Whose, string What, int Limit) Narrowest(QuotaLedger ledger, VmSize size, ComputeTier tier)
    {
        int total = ledger.TotalLimit(tier);
        if (tier == ComputeTier.LowPriority)
        {
            return ("subscription", "Total Cluster Low Priority Regional", total);
        }

        int family = ledger.SubscriptionLimit(size.Family);
        int workspace = ledger.Limit(size.Family, tier);
        return workspace < family && workspace <= total ? ("workspace", $"{size.Family.DisplayName} family", workspace)
            : family <= total ? ("subscription", $"{size.Family.DisplayName} family", family)
            : ("subscription", "Total Cluster Dedicated Regional", total);
    }

    /// <summary>The large machines with fast interconnect, which Azure gives to those who were let in.</summary>
    private static bool IsSpecialty(VmSize size) => size.HasInfiniband && (size.Gpus >= 8 || size.VCpus >= 44);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
