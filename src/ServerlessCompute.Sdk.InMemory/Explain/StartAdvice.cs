namespace ServerlessCompute;

/// <summary>Something that would let a waiting job start at once.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StartAdvice
{
    /// <summary>What to change.</summary>
    public required StartAdviceKind Kind { get; init; }

    /// <summary>The same in a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The VM size that it is about.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The machines to ask for.</summary>
    public int? NodeCount { get; init; }

    /// <summary>The tier to ask for.</summary>
    public JobTier? Tier { get; init; }

    /// <summary>The vCPUs that the limit would have to be.</summary>
    public long? VirtualCpus { get; init; }

    /// <summary>The sentence.</summary>
    public override string ToString() => Text;
}
