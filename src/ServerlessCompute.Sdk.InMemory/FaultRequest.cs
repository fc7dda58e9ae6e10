namespace ServerlessCompute;

/// <summary>A request that a fault may happen to.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Method">The verb in capitals.</param>
/// <param name="Uri">Where it goes: Azure Resource Manager, the region's own services, or blob storage.</param>
public sealed record FaultRequest(string Method, Uri Uri);
