namespace ServerlessCompute;

/// <summary>The jobs that wait for one family's quota on one tier: first in, first out.</summary>
internal sealed class NodeQueue(VmFamily family, ComputeTier tier)
{
    public VmFamily Family { get; } = family;

    public ComputeTier Tier { get; } = tier;

    public LinkedList<WaitingJob> Jobs { get; } = new();
}
