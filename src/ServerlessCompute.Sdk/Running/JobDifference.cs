namespace ServerlessCompute;

/// <summary>Something in which two jobs differ. Immutable; can be made in tests.</summary>
/// <param name="Path">Where it is, by the keys that lead there in YAML: <c>resources.instance_type</c>, <c>metrics.accuracy</c>.</param>
/// <param name="First">What the first job says; null when it says nothing.</param>
/// <param name="Second">What the second job says; null when it says nothing.</param>
public sealed record JobDifference(string Path, string? First, string? Second)
{
    /// <summary>The path and both values in a line.</summary>
    public override string ToString() => $"{Path}: {First ?? "-"} → {Second ?? "-"}";
}
