using System.Globalization;

namespace ServerlessCompute;

/// <summary>The verbs of a service's own surface that change it, as a record keeps them.</summary>
internal static class RecordedVerbs
{
    public const string Cancel = "cancel";
    public const string Fail = "fail";
    public const string Evict = "evict";
    public const string Withdraw = "withdraw";
    public const string FailNode = "fail node";
    public const string Cluster = "cluster";
    public const string Family = "quota family";
    public const string WorkspaceFamily = "quota workspace family";
    public const string TotalDedicated = "quota total dedicated";
    public const string TotalLowPriority = "quota total low priority";
    public const string Elsewhere = "quota elsewhere";
    public const string Policy = "policy";
    public const string NoPolicy = "no policy";

    private const char Separator = '|';

    public static void Play(InMemoryServerless serverless, IReadOnlyList<string> verb)
    {
        switch (verb)
        {
            case [Cancel, var job]:
                serverless.Cancel(job);
                break;
            case [Fail, var job, var message, var code]:
                serverless.Fail(job, message, code);
                break;
            case [Evict, var target]:
                serverless.Evict(target);
                break;
            case [Withdraw, var target]:
                serverless.WithdrawEviction(target);
                break;
            case [FailNode, var target]:
                serverless.Faults.FailNode(target);
                break;
            case [Cluster, var name, var size, var min, var max, var idle, var tier]:
                serverless.AddCluster(name, size, Number(min), Number(max), TimeSpan.FromTicks(long.Parse(idle, CultureInfo.InvariantCulture)), new JobTier(tier));
                break;
            case [Family, var family, var cores]:
                serverless.Quotas.SetFamily(family, Number(cores));
                break;
            case [WorkspaceFamily, var family, var cores]:
                serverless.Quotas.SetWorkspaceFamily(family, cores.Length == 0 ? null : Number(cores));
                break;
            case [TotalDedicated, var cores]:
                serverless.Quotas.SetTotalDedicated(Number(cores));
                break;
            case [TotalLowPriority, var cores]:
                serverless.Quotas.SetTotalLowPriority(Number(cores));
                break;
            case [Elsewhere, var family, var cores, var tier, var workspace]:
                serverless.Quotas.UseElsewhere(family, Number(cores), new JobTier(tier), workspace);
                break;
            case [Policy, var name, var allowed, var denied, var tiers, var regions, var nodes]:
                serverless.Policies.Assign(new ComputePolicy
                {
                    Name = name,
                    AllowedSizes = [.. Parts(allowed)],
                    DeniedSizes = [.. Parts(denied)],
                    AllowedTiers = [.. Parts(tiers).Select(static t => new JobTier(t))],
                    AllowedRegions = [.. Parts(regions)],
                    MaxNodeCount = nodes.Length == 0 ? null : Number(nodes),
                });
                break;
            case [NoPolicy, var name]:
                serverless.Policies.Remove(name);
                break;
            default:
                throw new FormatException($"The record has a verb that this version does not know: {string.Join(", ", verb)}.");
        }
    }

    public static string[] Of(ComputePolicy policy) =>
    [
        Policy,
        policy.Name,
        string.Join(Separator, policy.AllowedSizes),
        string.Join(Separator, policy.DeniedSizes),
        string.Join(Separator, policy.AllowedTiers),
        string.Join(Separator, policy.AllowedRegions),
        policy.MaxNodeCount is { } nodes ? Text(nodes) : "",
    ];

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(JobTier tier) => (tier == JobTier.Spot ? JobTier.Spot : JobTier.Standard).ToString();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Parts(string text) => text.Length == 0 ? [] : text.Split(Separator);
}
