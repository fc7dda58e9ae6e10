namespace ServerlessCompute;

/// <summary>The names of the one workspace that an engine serves, and the addresses that follow from them.</summary>
internal sealed class WorkspaceIdentity
{
    public WorkspaceIdentity(InMemoryServerlessOptions options)
    {
        SubscriptionId = options.SubscriptionId;
        ResourceGroup = options.ResourceGroup;
        Name = options.WorkspaceName;
        Region = options.Region;
        ArmId = $"/subscriptions/{SubscriptionId}/resourceGroups/{ResourceGroup}/providers/Microsoft.MachineLearningServices/workspaces/{Name}";
        LocationPrefix = $"/subscriptions/{SubscriptionId}/providers/Microsoft.MachineLearningServices/locations/{Region}";
        WorkspaceId = Draw.Id(options.Seed, ArmId, "workspace").ToString();
        StorageAccount = "st" + WorkspaceId[..8] + WorkspaceId[24..];
        ApiEndpoint = $"https://{Region}.api.azureml.ms";
        TrackingUri = $"azureml://{Region}.api.azureml.ms/mlflow/v1.0{ArmId}";
        StudioSuffix = $"?wsid=/subscriptions/{SubscriptionId}/resourcegroups/{ResourceGroup}/workspaces/{Name}";
    }

    public string SubscriptionId { get; }

    public string ResourceGroup { get; }

    public string Name { get; }

    public string Region { get; }

    /// <summary>The workspace's ARM id, in the casing of the contract.</summary>
    public string ArmId { get; }

    public string LocationPrefix { get; }

    public string WorkspaceId { get; }

    public string StorageAccount { get; }

    public string ApiEndpoint { get; }

    public string TrackingUri { get; }

    /// <summary>What follows the run's name in the studio's address of a run.</summary>
    public string StudioSuffix { get; }

    /// <summary>The ARM id of a workspace of the same resource group.</summary>
    public string OtherWorkspace(string name) => string.Concat(ArmId.AsSpan(0, ArmId.Length - Name.Length), name);

    /// <summary>A short datastore path, <c>azureml://datastores/…</c>, with subscription, group and workspace, as the service answers it.</summary>
    public string LongUri(string shortUri) =>
        $"azureml://subscriptions/{SubscriptionId}/resourcegroups/{ResourceGroup}/workspaces/{Name}/{shortUri["azureml://".Length..]}";
}
