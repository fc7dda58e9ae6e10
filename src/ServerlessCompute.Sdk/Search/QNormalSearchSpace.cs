namespace ServerlessCompute;

/// <summary>A number of a normal distribution, rounded to multiples of a step. Immutable.</summary>
public sealed record QNormalSearchSpace : SearchSpace
{
    /// <summary>The mean.</summary>
    public double Mu { get; init; }

    /// <summary>The standard deviation.</summary>
    public double Sigma { get; init; }

    /// <summary>The step.</summary>
    public double Q { get; init; }

    internal override string Kind => "qnormal";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
