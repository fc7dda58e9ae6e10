using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// The catalogue judged for jobs that name no size, for one number of nodes and one tier. What depends on limits is worked out once;
/// only what is free right now is asked each time. Points are integers, so that they are equal on every machine.
/// </summary>
internal sealed class Shortlist
{
    private const int LeastVCpus = 4;
    private const int LeastMemoryGiB = 8;
    private const int LeastDiskMB = 50 * 1024;
    private const int MostRemembered = 64;

    private readonly QuotaLedger _ledger;
    private readonly PolicyBook _policies;
    private readonly PolicyDenial? _denial;
    private readonly ComputeTier _tier;
    private readonly int _nodes;
    private readonly List<Suitable> _suitable = [];
    private readonly List<PlacementCandidate> _unsuitable = [];

    // What starts now changes seldom: the decision of the last time is nearly always the one that is asked for.
    private readonly List<Remembered> _remembered = [];

    public Shortlist(VmCatalogue catalogue, QuotaLedger ledger, PolicyBook policies, int nodes, ComputeTier tier)
    {
        (_ledger, _policies, _nodes, _tier) = (ledger, policies, nodes, tier);
        _denial = policies.Denies(nodes, tier);
        decimal cheapest = decimal.MaxValue;
        foreach (VmSize size in catalogue.Sizes)
        {
            cheapest = WhyNot(size) is null ? Math.Min(cheapest, Price(size)!.Value) : cheapest;
        }

        foreach (VmSize size in catalogue.Sizes)
        {
            long cores = SizeChooser.Cores(size, nodes);
            if (WhyNot(size) is { } reason)
            {
                _unsuitable.Add(Candidate(size, cores, reason));
            }
            else
            {
                _suitable.Add(new Suitable(size, cores, Score(size, cheapest)));
            }
        }

        _suitable.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Size.Name, b.Size.Name));
    }

    /// <summary>The best suitable size that starts now, else the best of all.</summary>
    public PlacementDecision Choose()
    {
        UInt128 now = 0;
        for (int i = 0; i < _suitable.Count; i++)
        {
            if (_suitable[i].Cores <= _ledger.Free(_suitable[i].Size.Family, _tier))
            {
                now |= UInt128.One << i;
            }
        }

        for (int i = _remembered.Count - 1; i >= 0; i--)
        {
            if (_remembered[i].StartsNow == now)
            {
                return _remembered[i].Decision;
            }
        }

        if (_remembered.Count == MostRemembered)
        {
            _remembered.RemoveAt(0);
        }

        PlacementDecision decision = Decide(now);
        _remembered.Add(new Remembered(now, decision));
        return decision;
    }

    private PlacementDecision Decide(UInt128 now)
    {
        var candidates = new List<PlacementCandidate>(_suitable.Count + _unsuitable.Count);
        VmSize? winner = null;
        foreach (bool startsNow in (ReadOnlySpan<bool>)[true, false])
        {
            for (int i = 0; i < _suitable.Count; i++)
            {
                Suitable found = _suitable[i];
                if ((now >> i & 1) == 1 == startsNow)
                {
                    winner ??= found.Size;
                    candidates.Add(Candidate(found.Size, found.Cores, Verdict(found.Size, startsNow)) with
                    {
                        IsSuitable = true,
                        StartsNow = startsNow,
                        Score = found.Score,
                    });
                }
            }
        }

        candidates.AddRange(_unsuitable);
        if (winner is null)
        {
            RunError refusal = _denial is null ? QuotaRefusal.NothingFits(_ledger, _nodes, _tier) : QuotaRefusal.Disallowed(_ledger, _denial);
            return new PlacementDecision { NodeCount = _nodes, Reason = refusal.Message, RefusalCode = refusal.InnerCode, Refusal = refusal, Candidates = [.. candidates] };
        }

        return new PlacementDecision
        {
            InstanceType = winner.Name,
            Size = winner,
            NodeCount = _nodes,
            Reason = $"{winner.Name} has the most points of {_suitable.Count} suitable CPU sizes" +
                (now != 0 ? " whose quota is free now." : "; the quota of all of them is in use, so the job waits."),
            Candidates = [.. candidates],
        };
    }

    private static PlacementCandidate Candidate(VmSize size, long cores, string verdict) => new()
    {
        InstanceType = size.Name,
        Family = size.Family.Name,
        VirtualCpus = (int)Math.Min(cores, int.MaxValue),
        Verdict = verdict,
    };

    private string Verdict(VmSize size, bool startsNow) => string.Create(
        CultureInfo.InvariantCulture,
        $"{size.VCpus} vCPUs, {size.MemoryGiB} GiB, {size.ResourceDiskMB / 1024} GB disk at {Price(size)} USD an hour{(startsNow ? "" : "; quota in use now: waits")}");

    public static string Verdict(PolicyDenial denial) => $"not allowed by the policy {denial.Policy}: {denial.Reason}";

    private string? WhyNot(VmSize size) => size switch
    {
        { IsRetired: true } => "retired",
        { IsOffered: false } => "not offered in this region",
        { Gpus: > 0 } => "has GPUs, which a job must ask for by name",
        { VCpus: < LeastVCpus } => $"fewer than {LeastVCpus} vCPUs",
        { MemoryGiB: < LeastMemoryGiB } => $"less than {LeastMemoryGiB} GiB of memory",
        { ResourceDiskMB: null } => "disk unknown",
        { ResourceDiskMB: < LeastDiskMB } => $"disk below {LeastDiskMB / 1024} GB",
        _ when Price(size) is null => "price unknown",
        _ when SizeChooser.Cores(size, _nodes) > _ledger.Most(size.Family, _tier) => "more than the quota",
        _ => (_denial ?? _policies.Denies(size)) is { } denial ? Verdict(denial) : null,
    };

    private decimal? Price(VmSize size) => _tier == ComputeTier.Dedicated ? size.Price : size.SpotPrice ?? size.LowPriorityPrice;

    private int Score(VmSize size, decimal cheapest)
    {
        const int PlentyOfVCpus = 16;
        const int PlentyOfDiskMB = 512 * 1024;
        return (int)(600 * cheapest / Price(size)!.Value)
            + (300 * Math.Min(size.VCpus, PlentyOfVCpus) / PlentyOfVCpus)
            + (int)(100L * Math.Min(size.ResourceDiskMB!.Value, PlentyOfDiskMB) / PlentyOfDiskMB);
    }

    private sealed record Suitable(VmSize Size, long Cores, int Score);

    private sealed record Remembered(UInt128 StartsNow, PlacementDecision Decision);
}
