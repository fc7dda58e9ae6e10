namespace ServerlessCompute;

/// <summary>The machines a job asks for. Immutable.</summary>
public sealed record ResourceConfiguration : JobPart
{
    /// <summary>The VM size of each node, for example <c>Standard_E4s_v3</c>; its case does not matter.</summary>
    /// <value>Null: the service chooses one by quota, performance, cost and disk.</value>
    public string? InstanceType { get; init; }

    /// <summary>The number of nodes.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? InstanceCount { get; init; }

    /// <summary>The size of the container's shared memory: a whole number and one of <c>b</c>, <c>k</c>, <c>m</c>, <c>g</c>.</summary>
    /// <value>Null: the service takes <c>2g</c>.</value>
    public string? ShmSize { get; init; }

    /// <summary>More arguments for the container's start, as one text.</summary>
    public string? DockerArgs { get; init; }

    /// <summary>More arguments for the container's start, one each.</summary>
    public ValueList<string> DockerArgsList { get; init; } = ValueList<string>.Empty;

    /// <summary>Settings that some kinds of compute read.</summary>
    public ValueMap<RawJson> Properties { get; init; } = ValueMap<RawJson>.Empty;
}
