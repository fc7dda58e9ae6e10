namespace ServerlessCompute;

/// <summary>A whole number from 0 up to a bound, which is not among them. Immutable.</summary>
public sealed record RandintSearchSpace : SearchSpace
{
    /// <summary>The bound.</summary>
    public int Upper { get; init; }

    internal override string Kind => "randint";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
