using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Finds out what a job would get. Sizes and the workspace's settings are asked for once; usage, limits and jobs each time.</summary>
internal sealed class Preflighter
{
    private static readonly ConditionalWeakTable<ServiceConnection, Preflighter> _all = [];

    private readonly ServiceConnection _connection;
    private Task<IReadOnlyList<VmSizeInfo>>? _sizes;
    private Task<WorkspaceDocument>? _workspace;

    private Preflighter(ServiceConnection connection) => _connection = connection;

    public static Preflighter Of(ServiceConnection connection) => _all.GetValue(connection, static made => new Preflighter(made));

    public async Task<PreflightReport> CheckAsync(Job job, CancellationToken cancellationToken)
    {
        WorkspaceDocument workspace = await WorkspaceAsync(cancellationToken).ConfigureAwait(false);
        (IReadOnlyList<VmSizeInfo> sizes, QuotaView view) = await LookAsync(cancellationToken).ConfigureAwait(false);
        PreflightItem[] items = [.. WorkUnits.Of(job).Select(unit => Item(unit, sizes, view))];
        if (Array.Exists(items, item => item.WouldQueue))
        {
            LiveJobs live = await LiveJobs.ReadAsync(_connection, cancellationToken).ConfigureAwait(false);
            items = [.. items.Select(item => item.WouldQueue ? item with { QueueReason = $"{item.QueueReason} {live.Before}" } : item)];
        }

        return new PreflightReport
        {
            Items = items,
            Findings = [.. Findings(job, items, workspace.Network).OrderBy(finding => finding.Severity == JobDiagnosticSeverity.Error ? 0 : 1)],
            Location = workspace.Location,
            Network = workspace.Network.Describe(),
            Currency = sizes.SelectMany(size => size.Prices).FirstOrDefault()?.Currency ?? "USD",
        };
    }

    /// <summary>The sizes of the region, and what may be used of them now.</summary>
    public async Task<(IReadOnlyList<VmSizeInfo> Sizes, QuotaView Quota)> LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<VmSizeInfo> sizes = await SizesAsync(cancellationToken).ConfigureAwait(false);
        string location = (await WorkspaceAsync(cancellationToken).ConfigureAwait(false)).Location ?? "";
        Task<IReadOnlyList<ComputeUsage>> usages = ReadAsync(CapacityRequests.OfRegion(_connection, "usages", location, CapacityWire.ReadUsage, cancellationToken));
        Task<IReadOnlyList<ComputeQuota>> quotas = ReadAsync(CapacityRequests.OfRegion(_connection, "quotas", location, CapacityWire.ReadQuota, cancellationToken));
        return (sizes, new QuotaView(await usages.ConfigureAwait(false), await quotas.ConfigureAwait(false), _connection.Workspace.WorkspaceName));
    }

    /// <summary>The sizes of the region, which are asked for once.</summary>
    public async Task<IReadOnlyList<VmSizeInfo>> SizesAsync(CancellationToken cancellationToken)
    {
        string location = (await WorkspaceAsync(cancellationToken).ConfigureAwait(false)).Location ?? "";
        return await Once(ref _sizes, () => ReadAsync(CapacityRequests.Sizes(_connection, new VmSizeFilter(), location, CancellationToken.None))).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<WorkspaceDocument> WorkspaceAsync(CancellationToken cancellationToken) => Once(ref _workspace, ReadWorkspaceAsync).WaitAsync(cancellationToken);

    private static PreflightItem Item(WorkUnit unit, IReadOnlyList<VmSizeInfo> sizes, QuotaView view)
    {
        var request = new VmChoiceRequest { InstanceType = unit.InstanceType, Nodes = unit.Nodes, Tier = unit.Tier, WantsGpu = unit.WantsGpu };
        if (unit.Compute is not null || unit.IsUnknown)
        {
            return new PreflightItem { Name = unit.Name, Choice = new VmChoiceResult(), Nodes = unit.Nodes, Tier = unit.Tier, Times = unit.Times, AtOnce = unit.AtOnce, Compute = unit.Compute ?? "unknown" };
        }

        VmChoiceResult choice = VmChoice.Choose(request, sizes, view);
        if (choice.Size is not { } size)
        {
            return new PreflightItem { Name = unit.Name, Choice = choice, Nodes = unit.Nodes, Tier = unit.Tier, Times = unit.Times, AtOnce = unit.AtOnce };
        }

        long cores = (long)size.VCpus * unit.Nodes;
        long atOnce = cores * unit.AtOnce;
        long left = view.LeftOf(size.Family, unit.Tier);
        bool waits = atOnce > left;
        decimal? price = size.PriceOf(unit.Tier)?.PerHour * unit.Nodes;
        return new PreflightItem
        {
            Name = unit.Name,
            Choice = choice,
            Nodes = unit.Nodes,
            Tier = unit.Tier,
            Times = unit.Times,
            AtOnce = unit.AtOnce,
            VCpus = atOnce,
            VCpusLeft = left == long.MaxValue ? null : left,
            WouldQueue = waits,
            QueueReason = waits ? Waiting(size, unit, atOnce, left, view) : null,
            PricePerHour = price,
            CostBound = price * Hours(unit),
            OtherTierPricePerHour = size.PriceOf(unit.Tier == JobTier.Spot ? JobTier.Standard : size.IsLowPriorityCapable ? JobTier.Spot : "none")?.PerHour * unit.Nodes,
        };
    }

    private static string Waiting(VmSizeInfo size, WorkUnit unit, long wanted, long left, QuotaView view)
    {
        ComputeUsage? family = view.Family(size.Family), total = view.Total(unit.Tier);
        string limit = unit.Tier == JobTier.Spot || (total?.Left ?? long.MaxValue) < Math.Max(0, view.LimitOf(size.Family, unit.Tier) - (family?.Used ?? 0))
            ? string.Create(CultureInfo.InvariantCulture, $"{total?.Used} of {total?.Limit} vCPUs of the region are in use")
            : string.Create(CultureInfo.InvariantCulture, $"{family?.Used ?? 0} of {view.LimitOf(size.Family, unit.Tier)} vCPUs of {size.Family} are in use");
        return string.Create(CultureInfo.InvariantCulture, $"It wants {wanted} vCPUs and {left} are free: {limit}.");
    }

    /// <summary>The hours that all of a part may take: each within its own limit, all within the common one; null without a limit.</summary>
    private static decimal? Hours(WorkUnit unit)
    {
        double? each = unit.Limit?.TotalHours * unit.Times;
        double? together = unit.TotalLimit?.TotalHours * unit.AtOnce;
        double? hours = each is { } a && together is { } b ? Math.Min(a, b) : each ?? together;
        return hours is { } most && most < 1e9 ? (decimal)most : null;
    }

    private static IEnumerable<PreflightFinding> Findings(Job job, IReadOnlyList<PreflightItem> items, WorkspaceNetwork network)
    {
        foreach (JobDiagnostic error in job.Validate().Errors)
        {
            yield return new PreflightFinding(JobDiagnosticSeverity.Error, error.Path, $"{error.Id}: {error.Message}", error.Fix);
        }

        foreach (PreflightItem item in items)
        {
            if (item.Choice.Refusal is { } refusal)
            {
                yield return new PreflightFinding(JobDiagnosticSeverity.Error, item.Name, refusal, item.Choice.Advice ?? "");
            }
            else if (item.WouldQueue)
            {
                yield return new PreflightFinding(JobDiagnosticSeverity.Warning, item.Name, item.QueueReason ?? "It would wait.", Sooner(item));
            }

            if (item.Tier == JobTier.Spot && item.Choice.Size is not null)
            {
                string saving = item.OtherTierPricePerHour is { } full && item.PricePerHour is { } price && full > 0
                    ? string.Create(CultureInfo.InvariantCulture, $" It saves {100 * (full - price) / full:0} %.")
                    : "";
                yield return new PreflightFinding(JobDiagnosticSeverity.Warning, item.Name, $"Spot nodes can be taken at any time, with about 30 seconds' notice; the job then fails.{saving}", "Write checkpoints, and submit it again or as Standard when that happens.");
            }

            if (item.PricePerHour is not null && item.CostBound is null)
            {
                yield return new PreflightFinding(JobDiagnosticSeverity.Warning, item.Name, "What it can cost has no bound: it may run as long as the service lets it.", "Give it a time limit, .WithTimeout(TimeSpan.FromHours(4)), and a number of trials.");
            }
        }

        if (network is { NoPublicIP: true, Subnet: null })
        {
            yield return new PreflightFinding(JobDiagnosticSeverity.Error, "", "The workspace wants serverless computes without public addresses and names no subnet for them.", "Name a subnet in the workspace's serverlessComputeSettings.");
        }
    }

    private static string Sooner(PreflightItem item)
    {
        var ways = new List<string>();
        long perNode = item.Choice.Size!.VCpus;
        if (item.VCpusLeft is { } left && left >= perNode && item.Nodes > 1)
        {
            ways.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(item.Nodes - 1, left / perNode)} node(s)"));
        }

        if (item.Choice.Candidates.FirstOrDefault(candidate => candidate.StartsNow && candidate.InstanceType != item.Choice.Size.Name) is { } other)
        {
            ways.Add(other.InstanceType);
        }

        if (item.AtOnce > 1)
        {
            ways.Add("fewer trials at once");
        }

        if (item.Tier != JobTier.Spot && item.Choice.Size.IsLowPriorityCapable)
        {
            ways.Add("Spot");
        }

        ways.Add("more quota");
        return $"Sooner with {string.Join(", or ", ways)}.";
    }

    private async Task<WorkspaceDocument> ReadWorkspaceAsync()
    {
        using HttpMessage message = _connection.CreateMessage(RequestMethod.Get, _connection.ArmUri("", ApiVersions.Base));
        Response answer = await _connection.SendAsync(message, CancellationToken.None).ConfigureAwait(false);
        return WorkspaceDocument.Read(answer.Content.ToMemory().Span);
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(AsyncPageable<T> pages)
        where T : notnull
    {
        var all = new List<T>();
        await foreach (T item in pages.ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>What is asked for once; whoever asked first: no caller's impatience ends it for the others, and a failure is not remembered.</summary>
    private static Task<T> Once<T>(ref Task<T>? known, Func<Task<T>> ask)
    {
        Task<T>? asked = Volatile.Read(ref known);
        if (asked is null || asked.IsFaulted || asked.IsCanceled)
        {
            Volatile.Write(ref known, asked = ask());
        }

        return asked;
    }
}
