using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// Finds the machines for a job: the size it names, if quota can ever hold it, or else the best of the catalogue. Used under the engine's
/// lock. Decisions that read the same are the same object, so a million equal jobs share one.
/// </summary>
internal sealed class SizeChooser(VmCatalogue catalogue, QuotaLedger ledger, PolicyBook policies, string region)
{
    // Keys are numbers: a job's first decision then costs a process no new kind of dictionary.
    private readonly Dictionary<long, PlacementDecision> _named = [];
    private readonly Dictionary<long, Shortlist> _shortlists = [];
    private int _ledgerRevision;
    private int _policyRevision;

    public PlacementDecision Decide(PlacementRequest request)
    {
        ForgetWhatIsOld();
        if (request.InstanceType is not { } name)
        {
            long kind = Key(size: 0, request, now: false);
            if (!_shortlists.TryGetValue(kind, out Shortlist? shortlist))
            {
                _shortlists.Add(kind, shortlist = new Shortlist(catalogue, ledger, policies, request.Nodes, request.Tier));
            }

            return shortlist.Choose();
        }

        if (catalogue.Find(name) is not { } size || !size.IsOffered || (size.IsRetired && !ledger.Profile.AllowRetiredSizes))
        {
            return Refuse(request, QuotaRefusal.UnknownSize(catalogue, name, region), []);
        }

        bool startsNow = Cores(size, request.Nodes) <= ledger.Free(size.Family, request.Tier);
        long key = Key(size.Index, request, startsNow);
        if (!_named.TryGetValue(key, out PlacementDecision? decision))
        {
            _named.Add(key, decision = Judge(size, request, startsNow));
        }

        return decision;
    }

    internal static long Cores(VmSize size, int nodes) => (long)size.VCpus * nodes;

    private static long Key(int size, PlacementRequest request, bool now) =>
        ((long)size << 34) | ((long)request.Nodes << 2) | ((long)request.Tier << 1) | (now ? 1L : 0);

    private void ForgetWhatIsOld()
    {
        if (_ledgerRevision != ledger.Revision || _policyRevision != policies.Revision)
        {
            (_ledgerRevision, _policyRevision) = (ledger.Revision, policies.Revision);
            _named.Clear();
            _shortlists.Clear();
        }
    }

    private PlacementDecision Judge(VmSize size, PlacementRequest request, bool startsNow)
    {
        long cores = Cores(size, request.Nodes);
        int limit = ledger.Most(size.Family, request.Tier);
        PolicyDenial? denial = policies.Denies(request.Nodes, request.Tier) ?? policies.Denies(size);
        bool isSuitable = cores <= limit && denial is null;
        var candidate = new PlacementCandidate
        {
            InstanceType = size.Name,
            Family = size.Family.Name,
            VirtualCpus = (int)Math.Min(cores, int.MaxValue),
            IsSuitable = isSuitable,
            StartsNow = startsNow && isSuitable,
            Score = isSuitable ? 1000 : 0,
            Verdict = denial is not null ? Shortlist.Verdict(denial) : string.Create(
                CultureInfo.InvariantCulture,
                $"named by the job; {cores} of {limit} vCPUs{(cores > limit ? ", more than the quota" : startsNow ? "" : ", in use now: waits")}"),
        };
        if (!isSuitable)
        {
            return Refuse(request, denial is null ? QuotaRefusal.TooLarge(catalogue, ledger, size, request) : QuotaRefusal.Disallowed(ledger, denial), [candidate]);
        }

        return new PlacementDecision
        {
            InstanceType = size.Name,
            Size = size,
            WasNamed = true,
            NodeCount = request.Nodes,
            Reason = $"{size.Name} was named by the job, and its quota can hold {request.Nodes} node(s).",
            Candidates = [candidate],
        };
    }

    private static PlacementDecision Refuse(PlacementRequest request, RunError refusal, IReadOnlyList<PlacementCandidate> candidates) => new()
    {
        WasNamed = true,
        NodeCount = request.Nodes,
        Reason = refusal.Message,
        RefusalCode = refusal.InnerCode,
        Refusal = refusal,
        Candidates = [.. candidates],
    };
}
