namespace ServerlessCompute;

/// <summary>The claims to one family's nodes on one tier: those that wait, first in, first out, and those that have their nodes.</summary>
internal sealed class NodeQueue(VmFamily family, ComputeTier tier)
{
    // Claims that left from the middle, by place: what is needed to tell how many are ahead without walking the queue.
    private readonly List<long> _gaps = [];
    private long _entered;
    private long _gone;

    public VmFamily Family { get; } = family;

    public ComputeTier Tier { get; } = tier;

    public ClaimList Waiting { get; } = new();

    public ClaimList Holding { get; } = new();

    /// <summary>The cores of all that wait.</summary>
    public long CoresWanted { get; private set; }

    public void Enter(NodeClaim claim)
    {
        claim.IsWaiting = true;
        claim.Place = _entered++;
        Waiting.Add(claim);
        CoresWanted += claim.Cores;
    }

    public void Leave(NodeClaim claim)
    {
        if (claim == Waiting.First)
        {
            _gone = claim.Place + 1;
            int gaps = 0;
            while (gaps < _gaps.Count && _gaps[gaps] == _gone)
            {
                // The next in line left before its turn.
                _gone++;
                gaps++;
            }

            _gaps.RemoveRange(0, gaps);
        }
        else
        {
            _gaps.Insert(~_gaps.BinarySearch(claim.Place), claim.Place);
        }

        claim.IsWaiting = false;
        Waiting.Remove(claim);
        CoresWanted -= claim.Cores;
    }

    /// <summary>How many claims wait before this one.</summary>
    public long AheadOf(NodeClaim claim) => claim.Place - _gone - ~_gaps.BinarySearch(claim.Place);
}
