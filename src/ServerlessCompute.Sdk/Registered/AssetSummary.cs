namespace ServerlessCompute;

/// <summary>What stands above the versions of a name. Immutable; can be made in tests.</summary>
public sealed record AssetSummary
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The newest version.</summary>
    /// <value>Null when all are archived.</value>
    public string? LatestVersion { get; init; }

    /// <summary>The version that the service would give next.</summary>
    public string? NextVersion { get; init; }

    /// <summary>What people read about it.</summary>
    public string? Description { get; init; }

    /// <summary>Labels.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>Whether it is hidden from lists.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Who made it and when.</summary>
    public SystemData? SystemData { get; init; }

    /// <summary>The name and its newest version.</summary>
    public override string ToString() => LatestVersion is null ? Name : $"{Name}:{LatestVersion}";
}
