namespace ServerlessCompute;

/// <summary>Another service that is told when a job is over. Immutable.</summary>
public sealed record JobWebhook : JobPart
{
    /// <summary>The kind of service.</summary>
    /// <value><c>AzureDevOps</c>, the only kind the contract knows.</value>
    public string Type { get; init; } = "AzureDevOps";

    /// <summary>What the other service is told of.</summary>
    public string? EventType { get; init; }
}
