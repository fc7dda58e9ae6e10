using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// The service's words for machines that a job can never get, with the advice of its documentation: fewer nodes, another size, or a
/// request for more quota. Codes and the beginnings of the texts are the service's, as far as they were seen.
/// </summary>
internal static class QuotaRefusal
{
    private const int SizesNamed = 3;

    public static RunError UnknownSize(VmCatalogue catalogue, string name, string region)
    {
        string nearest = string.Join(", ", catalogue.Nearest(name, SizesNamed).Select(static s => s.Name));
        bool retired = catalogue.Find(name) is { IsRetired: true };
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
        bool dedicated = request.Tier == ComputeTier.Dedicated;
        int family = ledger.Limit(size.Family, request.Tier);
        int limit = Math.Min(family, ledger.TotalLimit(request.Tier));
        string what = !dedicated ? "Total Cluster Low Priority Regional" : family <= limit ? $"{size.Family.DisplayName} family" : "Total Cluster Dedicated Regional";
        long cores = SizeChooser.Cores(size, request.Nodes);
        int fit = limit / size.VCpus;
        string others = string.Join(
            ", ",
            catalogue.Sizes
                .Where(s => !s.IsRetired && s.Gpus == size.Gpus && s.Family != size.Family && SizeChooser.Cores(s, request.Nodes) <= Math.Min(ledger.Limit(s.Family, request.Tier), ledger.TotalLimit(request.Tier)))
                .OrderBy(s => Math.Abs(s.VCpus - size.VCpus)).ThenBy(static s => s.Name, StringComparer.Ordinal)
                .Take(SizesNamed).Select(static s => s.Name));
        string otherSize = others.Length == 0 ? "use another size for which there is quota" : $"use another size for which there is quota, such as {others}";

        // "accomodate" is the service's own spelling.
        string message = fit == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The specified subscription has a {what} vCPU quota of {limit} and cannot accomodate for at least 1 requested managed compute nodes which maps to {size.VCpus} vCPUs. To go on, {otherSize}, or request a quota increase for this family.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The specified subscription has a {what} vCPU quota of {limit} and is less than the requested job node count of {request.Nodes} which maps to {cores} vCPUs. To go on, ask for at most {fit} node(s) of {size.Name}, request a quota increase for this family, or {otherSize}.");
        return new RunError("UserError", message)
        {
            InnerCode = fit == 0 ? "ClusterMinNodesExceedCoreQuota" : "JobNodeCountExceedsCoreQuota",
            Parameters =
            [
                new("instanceType", size.Name),
                new("family", size.Family.Name),
                new("tier", dedicated ? "Dedicated" : "LowPriority"),
                new("quota", Text(limit)),
                new("requestedNodes", Text(request.Nodes)),
                new("requestedVCpus", Text(cores)),
                new("nodesThatFit", Text(fit)),
                new("otherSizes", others),
            ],
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

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
