namespace ServerlessCompute;

/// <summary><c>exp(x)</c>, where <c>x</c> is uniform between two exponents, rounded to multiples of a step. Immutable.</summary>
public sealed record QLogUniformSearchSpace : SearchSpace
{
    /// <summary>The exponent of the smallest value, to the base e.</summary>
    public double MinExponent { get; init; }

    /// <summary>The exponent of the largest value, to the base e.</summary>
    public double MaxExponent { get; init; }

    /// <summary>The step.</summary>
    public double Q { get; init; }

    internal override string Kind => "qloguniform";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
