namespace ServerlessCompute;

/// <summary>What a job says about the machines it wants.</summary>
/// <param name="InstanceType">The size's name as the job spells it, or null when the service shall choose.</param>
/// <param name="Nodes">How many machines, at least one.</param>
/// <param name="Tier">Dedicated unless the job asks for Spot.</param>
internal readonly record struct PlacementRequest(string? InstanceType, int Nodes, ComputeTier Tier);
