namespace ServerlessCompute;

/// <summary>An asset that a run left behind.</summary>
/// <param name="AssetId">The asset's id, which has to be resolved to an address.</param>
/// <param name="Type">The service's word for its kind, such as <c>UriFolder</c>.</param>
internal sealed record RunOutput(string AssetId, string? Type);
