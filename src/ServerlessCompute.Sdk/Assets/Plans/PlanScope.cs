namespace ServerlessCompute;

/// <summary>What a plan is made for.</summary>
/// <param name="WorkspacePath">The workspace's resource id.</param>
/// <param name="BaseFolder">Where relative paths start that name no folder of their own.</param>
/// <param name="MaxUploadBytes">How much may be uploaded; null for any amount.</param>
internal sealed record PlanScope(string WorkspacePath, string BaseFolder, long? MaxUploadBytes = null);
