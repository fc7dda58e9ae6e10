namespace ServerlessCompute;

/// <summary>Machines that are asked for. Immutable.</summary>
public sealed record VmChoiceRequest
{
    /// <summary>The VM size.</summary>
    /// <value>Null: one is chosen.</value>
    public string? InstanceType { get; init; }

    /// <summary>The number of nodes.</summary>
    /// <value>1.</value>
    public int Nodes { get; init; } = 1;

    /// <summary>The tier.</summary>
    /// <value>Unset: dedicated machines.</value>
    public JobTier Tier { get; init; }

    /// <summary>Whether one is chosen among the sizes with graphics processors, as for AutoML of images and texts.</summary>
    /// <value>False.</value>
    public bool WantsGpu { get; init; }
}
