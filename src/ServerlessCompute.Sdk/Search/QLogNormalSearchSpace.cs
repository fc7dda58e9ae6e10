namespace ServerlessCompute;

/// <summary><c>exp(x)</c>, where <c>x</c> is of a normal distribution, rounded to multiples of a step. Immutable.</summary>
public sealed record QLogNormalSearchSpace : SearchSpace
{
    /// <summary>The mean.</summary>
    public double Mu { get; init; }

    /// <summary>The standard deviation.</summary>
    public double Sigma { get; init; }

    /// <summary>The step.</summary>
    public double Q { get; init; }

    internal override string Kind => "qlognormal";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
