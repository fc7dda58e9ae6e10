namespace ServerlessCompute;

/// <summary>Whoever claims nodes: a job. Everything is called under the engine's lock.</summary>
internal interface IClaimant
{
    string Name { get; }

    /// <summary>The nodes are the claimant's now; those that are not warm begin to start.</summary>
    void NodesGranted(NodeClaim claim);

    /// <summary>A node will be taken at that time, unless that is withdrawn.</summary>
    void NodeNoticed(NodeClaim claim, Node node, long takenAt);

    /// <summary>A node will not be taken after all.</summary>
    void NoticeWithdrawn(NodeClaim claim, Node node);

    /// <summary>A node is gone. The others are still the claimant's; most leave them.</summary>
    void NodeLost(NodeClaim claim, Node node, NodeLoss loss);

    /// <summary>A node that the claimant pays for was there for so long.</summary>
    /// <param name="ticks">How long.</param>
    /// <param name="cost">In millionths of a dollar an hour, times ticks: exact, so that sums are right.</param>
    void Charge(long ticks, Int128 cost);

    /// <summary>The last node that the claimant pays for is gone.</summary>
    void Settled(NodeClaim claim);
}
