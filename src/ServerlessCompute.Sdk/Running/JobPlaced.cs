namespace ServerlessCompute;

/// <summary>The service chose the machines.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="InstanceType">The VM size.</param>
/// <param name="InstanceCount">The number of nodes.</param>
/// <param name="Tier">The tier, in the service's word for it (<c>Dedicated</c>, <c>LowPriority</c>); null when it does not say.</param>
/// <param name="Region">The region; null when the service does not say.</param>
public sealed record JobPlaced(string JobName, string InstanceType, int InstanceCount, string? Tier, string? Region) : JobEvent(JobName)
{
    internal override string Describe() =>
        $"Placed on {InstanceCount} x {InstanceType}{(Tier is null ? "" : $", {Tier}")}{(Region is null ? "" : $", {Region}")}";
}
