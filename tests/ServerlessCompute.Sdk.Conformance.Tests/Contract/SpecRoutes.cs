namespace ServerlessCompute;

/// <summary>Which model the contract has for the body of a request.</summary>
internal static class SpecRoutes
{
    /// <summary>The model's name; null when the contract has no body there.</summary>
    /// <param name="path">The request's path, from the workspace on.</param>
    public static string? ModelOf(string path) => path.Trim('/').Split('/') switch
    {
        ["jobs", _] => "JobBaseResource",
        ["schedules", _] => "ScheduleResource",
        ["codes", _, "versions", _] => "CodeVersionResource",
        ["environments", _, "versions", _] => "EnvironmentVersionResource",
        ["components", _, "versions", _] => "ComponentVersionResource",
        ["data", _, "versions", _] => "DataVersionBaseResource",
        ["models", _, "versions", _] => "ModelVersionResource",
        ["codes" or "data" or "models", _, "versions", _, "startPendingUpload"] => "PendingUploadRequestDto",
        ["datastores", _, "listSecrets"] => "SecretExpiry",
        _ => null,
    };
}
