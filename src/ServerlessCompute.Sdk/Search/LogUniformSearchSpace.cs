namespace ServerlessCompute;

/// <summary><c>exp(x)</c>, where <c>x</c> is uniform between two exponents: a number whose logarithm is uniform. Immutable.</summary>
public sealed record LogUniformSearchSpace : SearchSpace
{
    /// <summary>The exponent of the smallest value, to the base e.</summary>
    public double MinExponent { get; init; }

    /// <summary>The exponent of the largest value, to the base e.</summary>
    public double MaxExponent { get; init; }

    internal override string Kind => "loguniform";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
