namespace ServerlessCompute;

/// <summary><c>exp(x)</c>, where <c>x</c> is of a normal distribution. Immutable.</summary>
public sealed record LogNormalSearchSpace : SearchSpace
{
    /// <summary>The mean.</summary>
    public double Mu { get; init; }

    /// <summary>The standard deviation.</summary>
    public double Sigma { get; init; }

    internal override string Kind => "lognormal";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
