namespace ServerlessCompute;

/// <summary>
/// What an administrator allows jobs to use. A job that asks for something else is refused with <c>RequestDisallowedByPolicy</c> and the
/// policy's name; where the service chooses the size, it chooses an allowed one.
/// </summary>
/// <remarks>Immutable and thread-safe. An empty list allows everything; names compare without case, and <c>*</c> at the end of a size stands for any rest.</remarks>
/// <example><code>serverless.Policies.Assign(new ComputePolicy { Name = "no-gpus", DeniedSizes = ["Standard_N*"] });</code></example>
public sealed record ComputePolicy
{
    /// <summary>The name of the assignment, which a refusal tells.</summary>
    public required string Name { get; init; }

    /// <summary>The VM sizes that jobs may use.</summary>
    /// <value>Empty: all.</value>
    public ValueList<string> AllowedSizes { get; init; } = [];

    /// <summary>The VM sizes that jobs may not use.</summary>
    /// <value>Empty: none.</value>
    public ValueList<string> DeniedSizes { get; init; } = [];

    /// <summary>The tiers that jobs may use, <see cref="JobTier.Standard"/> for all that are dedicated.</summary>
    /// <value>Empty: all.</value>
    public ValueList<JobTier> AllowedTiers { get; init; } = [];

    /// <summary>The regions where jobs may run.</summary>
    /// <value>Empty: all.</value>
    public ValueList<string> AllowedRegions { get; init; } = [];

    /// <summary>The most nodes that a job may use.</summary>
    /// <value><see langword="null"/>: any number.</value>
    public int? MaxNodeCount { get; init; }
}
