namespace ServerlessCompute;

/// <summary>Who made a resource of the service, and when. Immutable.</summary>
public sealed record SystemData
{
    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>What the maker is: User, Application, ManagedIdentity or Key.</summary>
    public string? CreatedByType { get; init; }
}
