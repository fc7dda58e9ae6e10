namespace ServerlessCompute;

/// <summary>What of a submitted job can still be changed. What is null stays as it is.</summary>
internal sealed record JobChange
{
    /// <summary>Replaces the tags; those that the service made stay all the same.</summary>
    public ValueMap<string>? Tags { get; init; }

    /// <summary>Replaces the properties.</summary>
    public ValueMap<string>? Properties { get; init; }

    public string? Description { get; init; }

    public bool? IsArchived { get; init; }

    public NotificationSettings? NotificationSettings { get; init; }
}
