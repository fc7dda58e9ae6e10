namespace ServerlessCompute;

/// <summary>The machines of the job changed: some are being prepared, some run.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="Preparing">Nodes that are being prepared.</param>
/// <param name="Running">Nodes that run.</param>
/// <param name="Current">Nodes in all.</param>
public sealed record JobNodesChanged(string JobName, int Preparing, int Running, int Current) : JobEvent(JobName)
{
    internal override string Describe() => $"Nodes: {Running} running, {Preparing} starting";
}
