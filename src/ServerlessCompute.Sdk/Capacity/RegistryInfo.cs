namespace ServerlessCompute;

/// <summary>A registry of the subscription, whose assets every workspace may use. Immutable; can be made in tests.</summary>
public sealed record RegistryInfo
{
    /// <summary>The name, as addresses have it: <c>azureml://registries/{name}/…</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its main region.</summary>
    public string? Location { get; init; }

    /// <summary>The regions that have copies of it.</summary>
    public ValueList<string> Regions { get; init; } = ValueList<string>.Empty;

    /// <summary>What people read about it.</summary>
    public string? Description { get; init; }

    /// <summary>The resource id.</summary>
    public string? Id { get; init; }

    /// <summary>The name and the region.</summary>
    public override string ToString() => $"{Name} ({Location})";
}
