namespace ServerlessCompute;

/// <summary>A kind of search space that this library does not know, kept as it came. Immutable.</summary>
public sealed record UnknownSearchSpace : SearchSpace
{
    /// <summary>Takes the service's value.</summary>
    public UnknownSearchSpace(RawJson value) => Value = value;

    /// <summary>The service's value.</summary>
    public RawJson Value { get; }

    internal override string Kind => "unknown";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
