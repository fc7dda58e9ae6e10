namespace ServerlessCompute;

/// <summary>Whoever claims nodes: a job. Everything is called under the engine's lock.</summary>
internal interface IClaimant
{
    string Name { get; }

    /// <summary>The nodes are the claimant's now; those that are not warm begin to start.</summary>
    void NodesGranted(NodeClaim claim);

    /// <summary>A node that the claimant pays for was there for so long.</summary>
    /// <param name="ticks">How long.</param>
    /// <param name="cost">In millionths of a dollar an hour, times ticks: exact, so that sums are right.</param>
    void Charge(long ticks, Int128 cost);

    /// <summary>The last node that the claimant pays for is gone.</summary>
    void Settled(NodeClaim claim);
}
