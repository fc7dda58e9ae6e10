using System.Collections;

namespace ServerlessCompute;

/// <summary>Claims in a row. A claim is in one such list at a time, which it is a link of itself.</summary>
internal sealed class ClaimList : IEnumerable<NodeClaim>
{
    public NodeClaim? First { get; private set; }

    public NodeClaim? Last { get; private set; }

    public int Count { get; private set; }

    public void Add(NodeClaim claim)
    {
        claim.Ahead = Last;
        Last?.Behind = claim;
        First ??= claim;
        Last = claim;
        Count++;
    }

    public void Remove(NodeClaim claim)
    {
        First = claim == First ? claim.Behind : First;
        Last = claim == Last ? claim.Ahead : Last;
        claim.Ahead?.Behind = claim.Behind;
        claim.Behind?.Ahead = claim.Ahead;
        claim.Ahead = null;
        claim.Behind = null;
        Count--;
    }

    public IEnumerator<NodeClaim> GetEnumerator()
    {
        for (NodeClaim? claim = First; claim is not null; claim = claim.Behind)
        {
            yield return claim;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
